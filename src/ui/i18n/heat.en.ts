/** Sentences of the heat map. */
export interface HeatMessages {
  readonly title: string;
  readonly chooseCamera: string;
  /** What the cells are drawn on. */
  readonly chooseGround: string;
  readonly grounds: { readonly plan: string; readonly picture: string };
  readonly loading: string;
  readonly noCamera: string;
  readonly empty: string;
  readonly emptyHint: string;
  readonly legend: string;
  /** Whole person-minutes. */
  readonly band: (from: string, to: string) => string;
  readonly least: (band: string) => string;
  readonly most: (band: string) => string;
  readonly few: string;
  readonly cellOnFloor: (metres: string) => string;
  readonly cellInPicture: string;
  readonly rule: string;
  readonly measured: (duration: string) => string;
  readonly measuredRate: (duration: string, percent: string) => string;
  /** Of days of which some time is left out. */
  readonly part: (duration: string) => string;
  readonly lost: (duration: string) => string;
  readonly cut: string;
  readonly notCalibrated: string;
  readonly stageLabel: (camera: string, place: string, minutes: string) => string;
  readonly caption: string;
  readonly columns: readonly [rank: string, place: string, minutes: string, share: string];
  readonly rank: (n: number) => string;
  readonly total: string;
  readonly outsideZones: string;
  readonly inZone: (zone: string, place: string) => string;
  /** Metres of a place on the plan, and of one beyond its left or upper edge, where a number may be negative. */
  readonly span: (from: string, to: string) => string;
  readonly offSpan: HeatMessages['span'];
  /** Spans from the plan's left and upper edge. */
  readonly floorPlace: (x: string, y: string) => string;
  /** The same for a place beyond its left or upper edge. */
  readonly offPlan: HeatMessages['floorPlace'];
  /** From 1. */
  readonly picturePlace: (column: string, row: string) => string;
}

export const heatEn: HeatMessages = {
  title: 'Where people spent their time',
  chooseCamera: 'Camera',
  chooseGround: 'Shown on',
  grounds: { plan: 'Floor plan', picture: 'Camera’s view' },
  loading: 'Reading…',
  noCamera: 'There is no camera yet.',
  empty: 'No place can be shown yet',
  emptyHint:
    'A cell gets its colour once at least 5 people have been in it within an hour or a day. With fewer, somebody could guess whose time it is, so it is never recorded.',
  legend: 'Time of all people added up',
  band: (from, to) => `${from}–${to} min`,
  least: (band) => `${band} (least)`,
  most: (band) => `${band} (most)`,
  few: 'Not shown: nobody, or fewer than 5 people',
  cellOnFloor: (metres) => `Each cell is ${metres} m by ${metres} m of the floor.`,
  cellInPicture:
    'The floor is not calibrated, so the cells divide the picture: farther away a cell covers more of the floor.',
  rule: 'The time of all people in a cell added up, without staff who began in a staff area.',
  measured: (duration) => `Measured for ${duration}.`,
  measuredRate: (duration, percent) => `Measured for ${duration}, ${percent} of the time.`,
  part: (duration) =>
    `${duration} of that is from days with a time left out. On those days only hours that the time does not touch are shown, and only places where at least 5 people were within one hour: what was added up over a day cannot be split again.`,
  lost: (duration) =>
    `For ${duration} of the time measured, only places where at least 5 people were within one hour are shown. The rest was still in memory when the app was closed or its settings changed, and is lost.`,
  cut: 'Figures from before the camera or its calibration changed are left out: their cells do not match.',
  notCalibrated:
    'These figures belong to places on the floor, and the camera is no longer calibrated. They cannot be drawn in its picture; the table shows them.',
  stageLabel: (camera, place, minutes) =>
    `Heat map of ${camera}. Most time was spent here: ${place}, ${minutes} person-minutes. The table has the ten places with most.`,
  caption: 'The ten places with most time',
  columns: ['Rank', 'Place', 'Person-minutes', 'Share of what is shown'],
  rank: (n) => String(n),
  total: 'All places shown',
  outsideZones: 'Outside the areas',
  inZone: (zone, place) => `${zone} (${place})`,
  span: (from, to) => `${from}–${to}`,
  offSpan: (from, to) => `${from} to ${to}`,
  floorPlace: (x, y) => `${x} m from the left, ${y} m from the top of the plan`,
  offPlan: (x, y) => `off the plan: ${x} m from the left, ${y} m from the top`,
  picturePlace: (column, row) => `column ${column} from the left, row ${row} from the top`,
};
