import type { NamedDigest } from '../../../contracts/evidence.ts';
import { MAX_TALLY_LENGTH } from '../../../contracts/tally-codec.ts';
import type { Paper, PaperBlock, PaperColumn } from '../../../core/paper/paper.ts';
import type { Evidence } from '../../../core/review/evidence.ts';
import { BUDGET_PER_CAMERA_HOUR } from '../../../core/review/storage-growth.ts';
import type { Format } from '../../i18n/format.ts';
import type { Messages } from '../../i18n/messages.en.ts';
import { outcomeCells } from './outcome-cells.ts';
import { packedText } from './packed-text.ts';

/** What the paper's words need beside the evidence. */
export interface PaperWords {
  readonly m: Messages;
  readonly f: Format;
  readonly store: string;
  /** Where the app is served. */
  readonly origin: string;
}

/** Evidence in the reader's words. After a failed self-check the promise is not on it. */
export function evidencePaper(
  evidence: Evidence,
  files: readonly NamedDigest[],
  { m, f, store, origin }: PaperWords,
): Paper {
  const words = { m, f };
  return {
    title: m.evidence.title(store),
    footer: m.evidence.footer(evidence.takenAt, evidence.journal?.head ?? m.evidence.unknown),
    blocks: [
      ...promise(evidence, words),
      ...selfCheckBlocks(evidence, words),
      ...releaseBlocks(evidence, words),
      ...storageBlocks(evidence, words),
      ...journalBlocks(evidence, words),
      ...frameBlocks(evidence, words),
      ...requestBlocks(evidence, words),
      heading(m.privacy.limitsTitle),
      prose(m.privacy.limits),
      heading(m.checkYourself.title),
      ...m.checkYourself
        .steps(origin)
        .map(({ title, text }, index) => prose(`${index + 1}. ${title}: ${text}`)),
      heading(m.evidence.filesTitle),
      prose(m.evidence.filesText),
      table(
        [column(m.evidence.file, 2), column(m.evidence.digest, 3)],
        files.map(({ name, sha256 }) => [name, sha256]),
      ),
    ],
  };
}

interface Words {
  readonly m: Messages;
  readonly f: Format;
}

function promise({ holds, selfCheck, takenAt }: Evidence, { m, f }: Words): PaperBlock[] {
  const failed = selfCheck.findings.filter(({ passed }) => passed === false);
  const names = failed.map(({ part }) => m.review.parts[part].name).join(m.figures.listSeparator);
  return [
    { kind: 'statement', text: holds ? m.claim : m.evidence.withheld },
    ...(holds ? [] : [prose(m.evidence.failedParts(names))]),
    prose(m.evidence.takenAt(f.dateTime(Date.parse(takenAt)), takenAt)),
    heading(m.evidence.inTitle),
    prose(m.privacy.inText),
    prose(m.privacy.keptText),
    prose(m.privacy.never.join(m.figures.listSeparator)),
  ];
}

function selfCheckBlocks({ selfCheck }: Evidence, { m, f }: Words): PaperBlock[] {
  return [
    heading(m.review.checkTitle),
    prose(m.review.checkedAt(f.dateTime(selfCheck.atMs))),
    table(
      [column(m.review.part, 2), column(m.review.outcome, 1), column(m.review.meaning, 5)],
      selfCheck.findings.map((finding) => {
        const { name, cells } = outcomeCells(finding, m);
        return [name, ...cells];
      }),
    ),
    prose(m.review.violations(f.integer(selfCheck.violations))),
  ];
}

function releaseBlocks({ release, modelSha256, engine, policy }: Evidence, { m, f }: Words): PaperBlock[] {
  const backend =
    engine.backend === 'wasm' || engine.backend === 'webgpu' ? m.live.backend[engine.backend] : null;
  const files = Object.keys(release?.files ?? {}).length;
  const stated = policy ?? m.evidence.unknown;
  return [
    heading(m.review.buildTitle),
    prose(release ? m.evidence.releaseText(f.integer(files), release.build) : m.evidence.noRelease),
    prose(backend === null ? m.privacy.engineNone : m.evidence.modelText(modelSha256, backend)),
    ...(engine.knownFrameAgoMs === null
      ? []
      : [prose(m.review.knownFrame(f.duration(engine.knownFrameAgoMs / 1000)))]),
    prose(`${m.review.policy}: ${stated === '' ? m.review.policyNone : stated}`),
  ];
}

function storageBlocks({ stored, growth, otherStorage }: Evidence, { m, f }: Words): PaperBlock[] {
  const places = stored ?? [];
  const sum = (of: (place: (typeof places)[number]) => number): string =>
    f.integer(places.reduce((total, place) => total + of(place), 0));
  const packed = packedText(places, { m, f });
  const other = m.review.other;
  return [
    heading(m.privacy.inventoryTitle),
    ...(stored === null ? [prose(m.evidence.unknown)] : []),
    table(
      [
        column(m.privacy.place, 4),
        column(m.privacy.records, 2, true),
        column(m.review.foreign, 2, true),
        column(m.privacy.bytes, 2, true),
      ],
      [
        ...places.map(({ place, records, foreign, bytes }) => [
          place,
          f.integer(records),
          f.integer(foreign),
          f.integer(bytes),
        ]),
        [
          m.privacy.total,
          sum(({ records }) => records),
          sum(({ foreign }) => foreign),
          sum(({ bytes }) => bytes),
        ],
      ],
    ),
    ...(packed === null ? [] : [prose(packed)]),
    ...(growth
      ? [
          prose(
            m.review.growth(
              f.integer(Math.round(growth.bytesPerCameraHour)),
              f.integer(BUDGET_PER_CAMERA_HOUR),
              growth.bytesPerCameraHour <= BUDGET_PER_CAMERA_HOUR,
            ),
          ),
        ]
      : []),
    ...(otherStorage
      ? [
          table(
            [column(m.review.otherTitle, 4), column(m.evidence.count, 1, true)],
            (['localStorage', 'sessionStorage', 'cookies', 'originFiles', 'cachedFiles'] as const).map(
              (name) => [other[name], f.integer(otherStorage[name])],
            ),
          ),
        ]
      : []),
  ];
}

function journalBlocks({ journal }: Evidence, { m, f }: Words): PaperBlock[] {
  return [
    heading(m.privacy.journalTitle),
    prose(journal ? m.evidence.journalHead(f.integer(journal.entries), journal.head) : m.evidence.unknown),
    ...(journal && journal.brokenAt !== null
      ? [prose(m.review.chainBroken(f.integer(journal.brokenAt)))]
      : []),
  ];
}

function frameBlocks({ cameras, visionWorker }: Evidence, { m, f }: Words): PaperBlock[] {
  const { output } = m.review;
  const { rate } = visionWorker;
  return [
    heading(m.privacy.ledgerTitle),
    prose(m.privacy.ledgerText),
    table(
      [
        column(m.privacy.camera, 3),
        ...[
          m.privacy.received,
          m.privacy.analysed,
          m.privacy.skipped,
          m.privacy.closed,
          m.privacy.alive,
          m.review.longest,
        ].map((title) => column(title, 2, true)),
      ],
      cameras.map(({ name, received, analysed, skipped, closed, alive, longestMs }) => [
        name,
        ...[received, analysed, skipped, closed, alive].map((count) => f.integer(count)),
        longestMs === null ? m.figures.none : m.review.milliseconds(f.integer(longestMs)),
      ]),
    ),
    heading(output.title),
    table(
      [column(output.what, 4), column(output.bytes, 1, true)],
      [
        [output.perSecond, rate ? f.integer(Math.ceil(rate.bytesPerSecond)) : m.figures.none],
        [output.perMessage, rate ? f.integer(Math.ceil(rate.bytesPerMessage)) : m.figures.none],
        [output.most, f.integer(MAX_TALLY_LENGTH * Float64Array.BYTES_PER_ELEMENT)],
      ],
    ),
    prose(output.refused(f.integer(visionWorker.refused))),
  ];
}

function requestBlocks({ requests }: Evidence, { m, f }: Words): PaperBlock[] {
  if (!requests) return [heading(m.review.requestsTitle), prose(m.review.requestsNone)];
  const named = (origins: Readonly<Record<string, number>>, name: (origin: string) => string): string[][] =>
    Object.entries(origins).map(([origin, count]) => [name(origin), f.integer(count)]);
  return [
    heading(m.review.requestsTitle),
    prose(m.review.requestsText(f.dateTime(requests.sinceMs))),
    table(
      [column(m.review.target, 4), column(m.review.requests, 1, true)],
      [
        [m.review.ownOrigin, f.integer(requests.ownFiles)],
        ...named(requests.cameras, m.review.cameraOrigin),
        ...named(requests.refused, m.review.refusedOrigin),
      ],
    ),
  ];
}

const heading = (text: string): PaperBlock => ({ kind: 'heading', text });
const prose = (text: string): PaperBlock => ({ kind: 'prose', text });

function column(title: string, share: number, isFigure = false): PaperColumn {
  return { title, share, isFigure };
}

function table(columns: readonly PaperColumn[], rows: readonly (readonly string[])[]): PaperBlock {
  return { kind: 'table', columns, rows };
}
