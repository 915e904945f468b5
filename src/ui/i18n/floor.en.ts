import type { MarksProblem } from '../../core/calibration/floor-marks.ts';
import type { MarkField, MarkSide } from '../../state/marks-input.ts';

/** Why something about the floor is refused, after a colon. */
const reasons: Readonly<Record<MarksProblem['code'] | 'not-calibrated' | 'out-of-view', string>> = {
  'too-few-pairs': 'at least 4 marks are needed',
  'too-many-pairs': 'at most 16 marks are possible',
  'pairs-on-a-line': 'the marks lie nearly on one line; spread them over the floor',
  'pairs-nearly-degenerate': 'the marks do not settle the floor; take some that lie farther apart',
  'pairs-contradict': 'the marks contradict each other; two may be mixed up, or one is far off',
  'scale-implausible': 'people would be giants or dwarfs; lengths on the floor are in metres',
  mirrored: 'the floor is mirrored; on the plan x grows to the right and y downwards',
  'not-calibrated': 'a camera that counts areas on the plan needs its floor marks',
  'out-of-view': 'the camera that counts it sees hardly any of it',
};

const columns: Readonly<Record<MarkField, string>> = {
  left: 'Picture: from the left, %',
  top: 'Picture: from the top, %',
  x: 'Plan: to the right, m',
  y: 'Plan: downwards, m',
};

export const floorEn = {
  reasons,
  columns,
  marks: 'Floor marks',
  marksNone: 'None: lengths on the floor are not known',
  marksCount: (count: number) => `${count} places`,
  marksOff: (count: number, cm: string) => `${count} places, ${cm} cm off on average`,
  marksHint:
    'Pick at least 4 places on the floor that are easy to find: corners of tiles, feet of shelves, ends of a door. Spread them over the floor. Click each of them in the picture, and the same place on the plan.',
  marksNoPlan:
    'There is no floor plan yet. Draw one first (below, “Floor plan”), and places can be clicked here. Or type how far each is from the upper left corner.',
  marksKeys:
    'Keyboard: Tab to the picture or the plan, arrow keys to move the cursor (Shift: ten steps), Enter to set a mark, Tab to a mark to move it, Delete to remove it, Ctrl+Z to undo.',
  sides: { image: 'Picture of the camera', floor: 'Floor plan' } as Readonly<Record<MarkSide, string>>,
  nextMark: {
    image: (n: number) => `Click mark ${n}, or drag a mark.`,
    floor: (n: number) => `Click the same place as mark ${n}, or drag a mark.`,
  },
  allMarked: 'All 16 marks are set. Drag a mark to move it.',
  marksStage: {
    image: (camera: string) => `Floor marks in the picture of ${camera}`,
    floor: 'Floor marks on the plan',
  },
  markAt: (n: number, at: string) => `Mark ${n}: ${at}`,
  fit: (mean: string, mark: string, most: string) =>
    `On average the marks are ${mean} cm off, at most ${most} cm (${mark}).`,
  fitsWell: 'Picture and plan fit well.',
  marksUse:
    'With marks, people who enter within 1.5 m of each other are one party, and areas can be drawn on the plan. Without them, one body width is the measure.',
  grid: 'The grid in the picture is 1 m of the floor.',
  mark: (n: number) => `Mark ${n}`,
  cell: (mark: string, column: string) => `${mark}, ${column}`,
  residual: 'Off by',
  centimetres: (cm: string) => `${cm} cm`,
  addMark: 'Add a mark',
  removeMark: (n: number) => `Remove mark ${n}`,
  removeShort: 'Remove',
  removeMarks: 'Remove all marks',
  marksInUse: (zones: string) =>
    `Areas on the plan need these marks: ${zones}. To remove all marks, first delete those areas or let another camera count them.`,
  fourProveNothing: 'With only 4 marks a wrong measurement cannot be noticed. A fifth mark shows it.',
  checkFarthest: 'Measure the mark that is farthest off once more.',
  numberPercent: 'Enter a number from 0 to 100.',
  numberMetres: 'Enter metres from −500 to 500.',
  refused: (mark: string, reason: string) => `${mark}: ${reason}`,
  notYet: (reason: string) => `Not a floor yet: ${reason}.`,
  plan: 'Floor plan',
  planIntro:
    'The plan shows the areas of all cameras with floor marks. It is made of lengths only; no image is loaded or kept.',
  planNone: 'There is no plan yet. Draw it here, or take the lines of an SVG file.',
  planLabel: (zones: number) => `Floor plan with ${zones} ${zones === 1 ? 'area' : 'areas'}`,
  planSize: (width: string, depth: string) => `${width} × ${depth} m`,
  editPlan: 'Draw on the plan',
  addPlan: 'Draw a plan',
  removePlan: 'Remove the plan',
  width: 'Width, m',
  depth: 'Depth, m',
  sizeInvalid: (least: number, most: number) => `Enter metres from ${least} to ${most}.`,
  size: 'Size of the store',
  addFixture: 'Add a shelf or counter',
  addWall: 'Add a wall',
  grids: 'Snap to',
  gridNone: 'Nothing',
  drawHint:
    'A square is 1 m. Click a shape to select it, drag it to move it, and drag a corner to change its size.',
  planStage:
    'Plan with squares of 1 m. Tab goes through shapes and corners, arrow keys move them, with Shift by 1 m.',
  planKeys:
    'Keyboard: Tab to a shape or corner, arrow keys to move it (Shift: 1 m), Enter to set or add a corner, Delete to remove, Esc to cancel, Ctrl+Z to undo.',
  box: {
    left: 'From the left, m',
    top: 'From the top, m',
    width: 'Across, m',
    depth: 'Down, m',
  },
  boxPlace: 'Enter metres, 0 or more.',
  boxLength: 'Enter metres, 0.01 or more.',
  boxOutside: 'This reaches beyond the plan.',
  tooSmall: 'It is too small. Make it larger, or delete it.',
  zones: 'Areas on the plan',
  zonesNone: 'No area is drawn on the plan.',
  zonesNeedMarks: 'To draw areas on the plan, set a camera’s floor marks first.',
  addZone: 'Add an area on the plan',
  zoneOf: (kind: string, camera: string) => `${kind}, counted by “${camera}”`,
  owner: 'Counted by',
  ownerHint: 'Where several cameras see the area, this one alone counts it.',
  corners: 'Corners',
  cornersHint: 'One corner a row: to the right, downwards, in metres from the upper left corner of the plan.',
  cornersInvalid: (row: number) => `Row ${row} is not of the form “x, y” in metres.`,
  cornersOutside: (row: number) => `Row ${row} lies beyond the plan.`,
  cornersFew: (least: number) => `At least ${least} corners are needed.`,
  cornersMany: (most: number) => `At most ${most} corners are possible.`,
  inView: (share: string) => `The camera sees ${share} of this area. People in the rest are not counted.`,
  outOfView: 'The camera sees hardly any of this area. Choose another camera or move the area.',
  alsoRemoved: (zones: string) => `Areas on the plan went with it: ${zones}.`,
};

export type FloorMessages = typeof floorEn;
