import { describe, expect, it, test } from 'vitest';
import { doneSteps, nextStep, SETUP_STEPS } from '../../../src/core/site/setup-steps.ts';
import { aCamera, aLine, aSite } from '../../builders/site.ts';
import { someMarks } from '../../builders/floor-views.ts';

const NEW = { isChecked: false, isCounting: false };
const bare = aCamera({ lines: [], zones: [] });
const fresh = { ...aSite(), store: { ...aSite().store, name: '' }, cameras: [], floor: null, floorZones: [] };
const named = { ...fresh, store: { ...fresh.store, name: '青葉台' } };

describe('the steps of the set-up', () => {
  test.each([
    ['nothing, on a fresh profile', fresh, NEW, []],
    ['the demo store is no start', fresh, { ...NEW, isCounting: true }, []],
    ['a name', named, NEW, ['store']],
    ['a camera', { ...named, cameras: [bare] }, NEW, ['store', 'camera']],
    ['a mask', { ...fresh, cameras: [{ ...bare, masks: [[]] }] }, NEW, ['camera', 'region']],
    ['a line', { ...fresh, cameras: [{ ...bare, lines: [aLine()] }] }, NEW, ['camera', 'scene']],
    ['marks', { ...fresh, cameras: [{ ...bare, calibration: someMarks() }] }, NEW, ['camera', 'floor']],
  ])('are told by the settings: %s', (...[, site, facts, done]) => {
    expect(doneSteps(site, facts)).toEqual(done);
  });

  it('end with counting what was drawn, and a check', () => {
    const site = { ...named, cameras: [{ ...bare, lines: [aLine()] }] };
    const done = doneSteps(site, { isChecked: true, isCounting: true });
    expect(done).toEqual(['store', 'camera', 'scene', 'accuracy', 'start']);
  });

  it('go on at the first that a shop cannot do without', () => {
    expect(nextStep([])).toBe('store');
    expect(nextStep(['store', 'camera'])).toBe('scene');
    expect(nextStep([...SETUP_STEPS])).toBe('start');
  });
});
