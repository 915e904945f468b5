import type { SetupStep } from '../../core/site/setup-steps.ts';

/** A step in words. */
export interface StepText {
  readonly name: string;
  /** Two sentences: what it is for, what to do. */
  readonly text: string;
}

const steps: Readonly<Record<SetupStep, StepText>> = {
  store: {
    name: 'The store',
    text: 'Days and hours follow the clock of the store. Give its name, and check when its day begins.',
  },
  camera: {
    name: 'A camera',
    text: 'A USB camera on this PC or a network camera behind a gateway can be counted. Try its connection before you save it.',
  },
  region: {
    name: 'Where to look',
    text: 'People are looked for only inside the detection range, and what lies under a mask is painted over first. Leave out streets, screens and mirrors.',
  },
  scene: {
    name: 'Lines and areas',
    text: 'A line at the entrance counts who comes in and goes out, an area who stays in it. Draw lines where people walk across without stopping.',
  },
  floor: {
    name: 'Floor plan and marks',
    text: 'With at least four marks on the floor, areas and stays are known in metres. Without them everything else counts all the same.',
  },
  accuracy: {
    name: 'Count beside it',
    text: 'Count with two keys for some minutes while people come and go. Then the figures say how exact they are.',
  },
  start: {
    name: 'Start',
    text: 'From now on the PC counts as long as this page is open. Let Chrome open it when the PC starts.',
  },
};

/** Words of the set-up assistant. */
export const setupEn = {
  title: 'Set-up',
  begin: 'Set up your store',
  steps,
  progress: (done: number, of: number) => `${done} of ${of} steps are done.`,
  list: 'Steps',
  optional: 'optional',
  states: { done: 'done', open: 'open' },
  next: 'Next',
  skip: 'Skip for now',
  back: 'Back',
  chooseCamera: 'Camera',
  needsCamera: 'This needs a camera. Add one first.',
  toCamera: 'Add a camera',
  addAnother: 'Add another camera',
  camerasSoFar: (names: string) => `Cameras so far: ${names}.`,
  drawn: (lines: string, zones: string) => `Drawn so far: ${lines}, ${zones}.`,
  ranged: (part: string, masks: number) => `Detection range: ${part}. Masks: ${masks}.`,
  rangeWhole: 'the whole picture',
  rangePart: 'a part of the picture',
  toFloor: 'Go to the cameras’ floor marks',
  toAccuracy: 'Go to the accuracy check',
  needsLine: 'This needs a line. Draw one first.',
  toScene: 'Draw a line',
  counting: 'Counting goes on.',
  toLive: 'See what is counted now',
};

export type SetupMessages = typeof setupEn;
