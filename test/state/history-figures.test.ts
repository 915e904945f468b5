import { describe, expect, it } from 'vitest';
import { gapsOf, slotRows, trimRows, zoneDays } from '../../src/state/history-figures.ts';
import { aCamera, aLine, aSite, aZone } from './builders.ts';
import { anInterval } from './ports/memory-archive.ts';

const site = aSite([
  aCamera({
    lines: [aLine(), aLine({ id: 10, kind: 'outside' }), aLine({ id: 11, kind: 'passage' })],
    zones: [aZone(), aZone({ id: 4, kind: 'queue' }), aZone({ id: 5, kind: 'staff' })],
  }),
]);
const line = (id: number, entered: number, left: number) => ({
  line: id,
  in: entered,
  out: left,
  inRaw: entered,
  outRaw: left,
  parties: entered,
});

describe('rows of the history', () => {
  it('sum the lines of each kind and leave passages out', () => {
    const [row] = slotRows(
      [anInterval({ coverage: 1, lines: [line(2, 5, 4), line(10, 7, 8), line(11, 100, 100)] })],
      site,
      1,
    );
    expect(row).toMatchObject({ in: 5, out: 4, passersby: 15 });
  });

  it('show nothing where nothing was measured, which is not zero', () => {
    const [gap, quiet] = slotRows(
      [anInterval({ coverage: 0, status: 'gap' }), anInterval({ coverage: 1 })],
      site,
      1,
    );
    expect(gap?.in).toBeNull();
    expect(quiet?.in).toBe(0);
  });

  it('know the interval under way', () => {
    const rows = slotRows(
      [anInterval({ fromMs: 0, toMs: 10 }), anInterval({ fromMs: 10, toMs: 20 })],
      site,
      10,
    );
    expect(rows.map(({ present }) => present)).toEqual([false, true]);
  });

  it('are trimmed to what was measured, with a row on each side', () => {
    const intervals = [0, 0, 1, 0, 1, 0, 0].map((coverage, index) =>
      anInterval({ fromMs: index * 10, toMs: index * 10 + 10, coverage }),
    );
    const rows = trimRows(slotRows(intervals, site, 1000));
    expect(rows.map(({ fromMs }) => fromMs)).toEqual([10, 20, 30, 40, 50]);
  });

  it('are none for a day without any measurement', () => {
    expect(trimRows(slotRows([anInterval({ coverage: 0 })], site, 1000))).toEqual([]);
  });
});

describe('zones of a day', () => {
  it('come queues first and without staff', () => {
    expect(zoneDays(anInterval({}), site).map(({ zone }) => zone.id)).toEqual([4, 3]);
  });
});

describe('gaps of a day', () => {
  it('are summed by cause over the cameras, longest first', () => {
    const cameras = [
      { camera: 1, measuredS: 0, gapS: { stalled: 5, paused: 100 }, framesAnalysed: 0 },
      { camera: 2, measuredS: 0, gapS: { stalled: 7, connecting: 0 }, framesAnalysed: 0 },
    ];
    expect(gapsOf(anInterval({ cameras }))).toEqual([
      { cause: 'paused', seconds: 100 },
      { cause: 'stalled', seconds: 12 },
    ]);
  });
});
