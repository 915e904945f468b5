/** What a configuration counted with, by digests of everything that changes what a figure means. */
export interface CountedWith {
  readonly configId: number;
  readonly ruleVersion: number;
  readonly modelSha256: string;
  /** Lines of all cameras, and the parts of their pictures that are looked at. */
  readonly linesSha256: string;
  readonly zonesSha256: string;
}

/** What differs between configurations, so that their figures make no series. */
export type CountingChange = 'lines' | 'zones' | 'rules' | 'model';

/** Figures of lines do not depend on zones; those of zones depend on the looked-at part, which goes with the lines. */
const PARTS: Readonly<Record<'lines' | 'zones', readonly CountingChange[]>> = {
  lines: ['lines', 'rules', 'model'],
  zones: ['lines', 'zones', 'rules', 'model'],
};

/** What changed among the configurations of these numbers, as far as it matters for lines or for zones. */
export function changesAmong(
  known: readonly CountedWith[],
  configIds: Iterable<number>,
  figures: 'lines' | 'zones',
): readonly CountingChange[] {
  const used = [...new Set(configIds)];
  const found = known.filter(({ configId }) => used.includes(configId));
  if (used.length < 2) return [];
  // A configuration that nobody knows any more may have differed in anything.
  if (found.length < used.length) return [figures];
  return PARTS[figures].filter((part) => new Set(found.map((with_) => digestOf(with_, part))).size > 1);
}

/** True where lines were counted alike, whatever the zones were. */
export function countsLinesAlike(one: CountedWith, other: CountedWith): boolean {
  return PARTS.lines.every((part) => digestOf(one, part) === digestOf(other, part));
}

function digestOf(with_: CountedWith, part: CountingChange): string {
  switch (part) {
    case 'lines':
      return with_.linesSha256;
    case 'zones':
      return with_.zonesSha256;
    case 'rules':
      return String(with_.ruleVersion);
    case 'model':
      return with_.modelSha256;
  }
}
