import { describe, expect, test } from 'vitest';
import { DWELL_BAND_EDGES_S } from '../../../src/core/measures/dwell-bands.ts';
import { sampleCheck } from '../../../src/core/simulation/sample-check.ts';
import { errorOf } from '../../../src/core/accuracy-check/count-error.ts';
import { MOVED_DAYS_AGO, sampleHistory } from '../../../src/core/simulation/sample-history.ts';
import { SAMPLE_IDS, sampleSites } from '../../../src/core/simulation/sample-site.ts';
import { toEntries } from '../../../workers/archive/entries.ts';
import { faultOf } from '../../../workers/archive/write-gate.ts';

const NOW_MS = Date.UTC(2026, 10, 28, 3, 20);
const STORE = { timeZone: 'Asia/Tokyo', dayStartsAtMinute: 0 };
const NAMES = {
  camera: 'c',
  entrance: 'e',
  street: 's',
  backShelf: 'b',
  sideShelf: 'i',
  queue: 'q',
  staff: 't',
};
const { after } = sampleSites(STORE, { names: NAMES, seed: 1 });

function days(nowMs = NOW_MS, seed = 1, site = after) {
  return [...sampleHistory({ site, seed, nowMs, configIds: { before: 1, after: 2 } })];
}

const all = days();
const lines = all.map(({ records }) => records.lines.filter(({ line }) => line === SAMPLE_IDS.entrance));
const entered = lines.map((slots) => slots.reduce((sum, slot) => sum + slot.in, 0));

describe('the sample history', () => {
  test('is the same for the same seed and day, and another one for another seed', () => {
    expect(days()).toEqual(all);
    expect(days(NOW_MS, 2)).not.toEqual(all);
  });

  test('has transactions of each day on which the store was open, of fewer people than came in', () => {
    const typed = all.map(({ transactions }) => transactions);
    expect(typed.filter((each) => each === null)).toHaveLength(1);
    typed.forEach((transactions, index) => {
      const came = entered[index] ?? 0;
      // A till counts on while the camera is lost, and nobody is seen.
      const rate = transactions === null ? null : transactions / came;
      expect(rate === null).toBe(came === 0);
      if (rate === null) return;
      expect(rate).toBeGreaterThan(0.25);
      expect(rate).toBeLessThan(0.6);
    });
  });

  test('passes the write gate, record by record', () => {
    const entries = all.flatMap(({ records, heat }) => [
      ...toEntries(records),
      ...heat.map((record) => ({ store: 'heat_slot', record }) as const),
    ]);
    expect(entries.length).toBeGreaterThan(10_000);
    expect(entries.map(faultOf).filter((fault) => fault !== null)).toEqual([]);
  });

  test('has eight whole weeks that end before today', () => {
    expect(all).toHaveLength(56);
    expect(all.at(-1)?.day.toMs).toBe(Date.UTC(2026, 10, 27, 15));
    expect(all.map(({ records }) => records.coverage.length)).toEqual(all.map(() => 96));
  });

  test('lets nobody leave an empty store, and as many out as in but for a gap', () => {
    const stores = all.flatMap(({ records }) => records.store);
    expect(stores.every(({ occupancy_end: end, occupancy_person_s: time }) => end >= 0 && time >= 0)).toBe(
      true,
    );
    for (const [index, slots] of lines.entries()) {
      const out = slots.reduce((sum, slot) => sum + slot.out, 0);
      const hasGap = all[index]?.records.coverage.some(({ measured_s: measured }) => measured < 900);
      if (!hasGap) expect(out).toBe(entered[index]);
      else expect(Math.abs(out - (entered[index] ?? 0))).toBeLessThan(25);
    }
  });

  test('has one closed day, one day with a gap, and a line that was moved', () => {
    expect(entered.filter((people) => people === 0)).toHaveLength(1);
    const gaps = all.map(
      ({ records }) => records.coverage.filter(({ gap_s: gap }) => (gap.unreachable ?? 0) > 0).length,
    );
    expect(gaps.filter((slots) => slots > 0)).toEqual([10]);
    const ids = all.map(({ records }) => new Set(records.coverage.map(({ config_id: id }) => id)));
    expect(ids.filter((used) => used.has(2))).toHaveLength(MOVED_DAYS_AGO);
    expect(ids.every((used) => used.size === 1)).toBe(true);
  });

  test('is busier at weekends', () => {
    const of = (weekend: boolean) =>
      entered.filter((people, index) => {
        const weekday = new Date((all[index]?.day.fromMs ?? 0) + 9 * 3_600_000).getUTCDay();
        return people > 0 && [0, 6].includes(weekday) === weekend;
      });
    const mean = (figures: number[]) => figures.reduce((sum, figure) => sum + figure, 0) / figures.length;
    expect(mean(of(true))).toBeGreaterThan(mean(of(false)) * 1.2);
  });

  test('tells detail of five visits or more alone', () => {
    const zones = all.flatMap(({ records }) => records.zones);
    const shown = zones.flatMap((zone) => (zone.suppressed === 0 ? [zone] : []));
    expect(shown.length).toBeGreaterThan(500);
    expect(Math.min(...shown.map(({ visits }) => visits))).toBeGreaterThanOrEqual(5);
    expect(shown.every(({ dwell_bands: bands }) => bands.length === DWELL_BAND_EDGES_S.length)).toBe(true);
    expect(all.flatMap(({ heat }) => heat).some(({ cells }) => cells.some((time) => time > 0))).toBe(true);
  });

  test('goes over a change of the clock', () => {
    const { after: site } = sampleSites(
      { timeZone: 'Europe/Berlin', dayStartsAtMinute: 240 },
      { names: NAMES, seed: 1 },
    );
    const changed = days(NOW_MS, 1, site);
    expect(new Set(changed.map(({ records }) => records.coverage.length))).toEqual(new Set([96, 100]));
  });

  test('has a check that tells an error', () => {
    const { estimate, error } = errorOf(sampleCheck(1), 'in');
    expect(estimate).not.toBeNull();
    expect(error).toBeLessThan(0);
    expect(error).toBeGreaterThan(-0.06);
  });
});
