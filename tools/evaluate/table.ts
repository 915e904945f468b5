/** One figure of the evaluation. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** What the project promises; empty where it promises nothing. */
  readonly target: string;
  /** Null where there is no target. */
  readonly isMet: boolean | null;
}

/** A part of the evaluation, or why it was left out. */
export type Section =
  | { readonly title: string; readonly rows: readonly Row[] }
  | { readonly title: string; readonly absent: string };

/** A row with a target. */
export function aimed(
  what: string,
  measured: string,
  aim: { readonly target: string; readonly isMet: boolean },
): Row {
  return { what, measured, ...aim };
}

/** A row without one. */
export function told(what: string, measured: string): Row {
  return { what, measured, target: '', isMet: null };
}

/** The table in Markdown, columns aligned for reading in a terminal. */
export function tableText(sections: readonly Section[]): string {
  const rows = sections.flatMap((section) =>
    'absent' in section
      ? [[section.title, `not run: ${section.absent}`, '', '']]
      : [[section.title, '', '', ''], ...section.rows.map(cells)],
  );
  const all = [['What', 'Measured', 'Target', 'Met'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, column) => (row[column] ?? '').padEnd(width)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [line(all[0] ?? []), rule, ...all.slice(1).map(line)].join('\n');
}

function cells({ what, measured, target, isMet }: Row): string[] {
  return [`– ${what}`, measured, target, isMet === null ? '' : isMet ? 'yes' : 'NO'];
}
