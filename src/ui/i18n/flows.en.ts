/** Sentences of the moves between zones. */
export interface FlowsMessages {
  readonly title: string;
  /** Where there is more than one camera: each has a table of its own. */
  readonly tableOf: (camera: string) => string;
  readonly corner: string;
  readonly columns: readonly [from: string, to: string, moves: string, share: string];
  readonly total: string;
  readonly all: string;
  readonly empty: string;
  /** For readers that do not see the dash. */
  readonly none: string;
  readonly same: string;
  readonly rule: string;
  readonly few: string;
  readonly lost: string;
  readonly open: string;
  readonly coverage: (camera: string, percent: string) => string;
}

export const flowsEn: FlowsMessages = {
  title: 'Moves between areas',
  tableOf: (camera) => `Moves between areas: ${camera}`,
  corner: 'From \\ to',
  columns: ['From', 'To', 'Moves', 'Share of moves from there'],
  total: 'Shown in all',
  all: 'All shown',
  empty: 'No moves between areas can be shown for these days.',
  none: 'none, or fewer than 5',
  same: 'same area',
  rule: 'A move is counted when somebody leaves one area and next enters another area of the same camera. Shares are of the moves shown in that row.',
  few: 'Fewer than 5 moves are never recorded: they are added up over the day and, if that is still fewer than 5, dropped (–).',
  lost: 'If somebody is lost from sight on the way, no move is counted. Moves are not checked by hand, so their error is not known.',
  open: 'Of today, only hours that have ended are included.',
  coverage: (camera, percent) => `Measured by ${camera}: ${percent} of the time.`,
};
