import type { Site } from './site.ts';

/** はじめての設定, in its order. */
export const SETUP_STEPS = ['store', 'camera', 'region', 'scene', 'floor', 'accuracy', 'start'] as const;
export type SetupStep = (typeof SETUP_STEPS)[number];

/** What a shop can begin without. */
export const OPTIONAL_STEPS: readonly SetupStep[] = ['region', 'floor', 'accuracy'];

/** What is known of a shop besides its settings. */
export interface SetupFacts {
  /** A check of a line holds. */
  readonly isChecked: boolean;
  /** The shop's own cameras are counted now. */
  readonly isCounting: boolean;
}

/** The steps that are done: told by the settings themselves, so that they can be left and resumed at any time. */
export function doneSteps(site: Site, { isChecked, isCounting }: SetupFacts): readonly SetupStep[] {
  const { store, cameras, floor } = site;
  const isDone: Readonly<Record<SetupStep, boolean>> = {
    store: store.name !== '',
    camera: cameras.length > 0,
    region: cameras.some(({ region, masks }) => region !== null || masks.length > 0),
    scene: cameras.some(({ lines, zones }) => lines.length + zones.length > 0),
    floor: floor !== null || cameras.some(({ calibration }) => calibration !== null),
    accuracy: isChecked,
    start: isCounting && cameras.some(({ lines, zones }) => lines.length + zones.length > 0),
  };
  return SETUP_STEPS.filter((step) => isDone[step]);
}

/** Where a shop goes on: the first step that it cannot do without and has not done; all done, the last one. */
export function nextStep(done: readonly SetupStep[]): SetupStep {
  return SETUP_STEPS.find((step) => !done.includes(step) && !OPTIONAL_STEPS.includes(step)) ?? 'start';
}
