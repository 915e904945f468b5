import type { ShapeForm } from '../../core/drawing/draft-shape.ts';
import type { ShapeFault } from '../../core/drawing/shape-faults.ts';

/** What a shape without a name of its own is called. */
const forms: Readonly<Record<ShapeForm, string>> = {
  line: 'Line',
  zone: 'Area',
  mask: 'Mask',
  region: 'Detection range',
  fixture: 'Shelf or counter',
  wall: 'Wall',
  outline: 'Walls all round',
};

const faults: Readonly<Record<ShapeFault, string>> = {
  'too-few-points': 'There are too few points.',
  'too-many-points': 'There are too many points: 32 at most.',
  'same-point': 'Two points in a row lie at the same place. Move one or delete it.',
  'off-sheet': 'It reaches beyond the edge. Move it in, or make the size larger.',
  'crosses-itself': 'The shape crosses itself. Move its points so that no two sides meet.',
  'too-small': 'It is too small: nobody could be in it or walk across it.',
  'no-side': 'This direction runs along the line. Choose the one that crosses it.',
  'no-name': 'Give it a name.',
  'name-long': 'At most 80 characters.',
};

/** Words of the drawing editor. */
export const drawingEn = {
  forms,
  faults,
  draw: 'Draw',
  drawOf: (camera: string) => `Draw lines and areas of “${camera}”`,
  editor: (camera: string) => `Drawing: ${camera}`,
  stage: (camera: string) =>
    `Drawing of ${camera}. Tab goes through shapes and points, arrow keys move them, with Shift ten steps.`,
  hint: 'Drag points or whole shapes. A double click on a side, or dragging its middle, adds a point.',
  hintMaking: {
    line: 'Set point after point. Press the last one once more, or Enter twice, to finish.',
    fixture:
      'Drag from corner to corner, or click two corners. By keyboard: arrow keys move the cursor, Enter sets a corner.',
    wall: 'Drag a straight wall, or set point after point: click the last one once more to finish, or the first one to go all round.',
    zone: 'Set corner after corner. Press the first one, or Enter twice, to finish.',
  },
  keys: 'Keyboard: Tab to a shape or point, arrow keys to move it (Shift: ten steps), Enter to add a point, Delete to remove, Esc to cancel, Ctrl+Z to undo.',
  addMask: 'Add a mask',
  undo: 'Undo',
  redo: 'Redo',
  finish: 'Finish',
  stop: 'Cancel this shape',
  snaps: 'Snap to points and edges',
  nothingSelected: 'Choose a shape in the drawing, or add one.',
  newShape: (form: string) => `${form}: new`,
  maskHint: 'What lies under a mask is painted over before people are looked for.',
  flip: 'Swap the in side',
  removeShape: 'Delete this shape',
  removePoint: 'Delete this point',
  series: 'Figures so far',
  keepSeries: 'Go on with them',
  newSeries: 'Begin anew',
  seriesHint:
    'If it was moved far, it measures something else: begin anew then. Either way, the figures so far stay as recorded.',
  summary: (lines: string, zones: string) => `${lines}, ${zones}`,
  save: 'Save',
  close: 'Close without saving',
  discard: 'Discard changes',
  faultsLeft: (names: string) => `Not saved yet. Please correct: ${names}.`,
  shapeLabel: (form: string, name: string, points: number) =>
    `${form}${name ? ` “${name}”` : ''}, ${points} points`,
  pointLabel: (name: string, [n, of]: readonly [number, number], at: string) =>
    `${name}: point ${n} of ${of}, ${at}`,
  boxLabel: (form: string, at: string, size: string) => `${form}, ${at}, ${size}`,
  sizeM: (width: string, depth: string) => `${width} × ${depth} m`,
  lengthM: (length: string) => `${length} m`,
  place: (x: string, y: string) => `${x} from the left, ${y} from the top`,
  placeM: (x: string, y: string) => `${x} m from the left, ${y} m from the top`,
  news: {
    cursor: (n: number, at: string) => `Point ${n}: ${at}`,
    placed: (n: number, at: string) => `Point ${n} is set: ${at}`,
    moved: (n: number, at: string) => `Point ${n}: ${at}`,
    begun: 'Arrow keys move the cursor, Enter sets a point.',
    finished: 'The shape is finished.',
    removed: 'The shape is deleted.',
    'point-removed': 'The point is deleted.',
    cancelled: 'Drawing was cancelled.',
    undone: 'Undone.',
    redone: 'Redone.',
    flipped: 'The in side is on the other side now.',
    tooFew: (least: number) => `At least ${least} points are needed.`,
  },
  trial: {
    line: (of: number, inward: number, out: number) =>
      `Of the last ${of} people this line would have counted ${inward} in and ${out} out.`,
    zone: (of: number, inside: number) => `Of the last ${of} people ${inside} would have been in this area.`,
    few: (of: number) => `Trying it out needs 20 people; ${of} were seen since counting began.`,
  },
};

export type DrawingMessages = typeof drawingEn;
