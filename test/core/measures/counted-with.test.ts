import { describe, expect, it, test } from 'vitest';
import { changesAmong, countsLinesAlike, type CountedWith } from '../../../src/core/measures/counted-with.ts';

const first: CountedWith = {
  configId: 1,
  ruleVersion: 1,
  modelSha256: 'm',
  linesSha256: 'l',
  zonesSha256: 'z',
};
const other = (changes: Partial<CountedWith>): CountedWith => ({ ...first, configId: 2, ...changes });

describe('a change of what is counted with', () => {
  test.each([
    { name: 'another line', changes: { linesSha256: 'x' }, ofLines: ['lines'], ofZones: ['lines'] },
    { name: 'another zone', changes: { zonesSha256: 'x' }, ofLines: [], ofZones: ['zones'] },
    { name: 'another model', changes: { modelSha256: 'x' }, ofLines: ['model'], ofZones: ['model'] },
    { name: 'other rules', changes: { ruleVersion: 2 }, ofLines: ['rules'], ofZones: ['rules'] },
  ])('$name breaks the series that it matters for', ({ changes, ofLines, ofZones }) => {
    const known = [first, other(changes)];
    expect(changesAmong(known, [1, 2, 1], 'lines')).toEqual(ofLines);
    expect(changesAmong(known, [1, 2], 'zones')).toEqual(ofZones);
    expect(countsLinesAlike(first, other(changes))).toBe(ofLines.length === 0);
  });

  it('is none in one configuration, and supposed where one is not known any more', () => {
    expect(changesAmong([], [1, 1], 'lines')).toEqual([]);
    expect(changesAmong([first], [1, 9], 'lines')).toEqual(['lines']);
    expect(changesAmong([first], [1, 9], 'zones')).toEqual(['zones']);
  });
});
