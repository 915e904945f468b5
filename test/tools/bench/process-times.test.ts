import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseStat, peakMemoryMb, readProcessTime } from '../../../tools/bench/process-times.ts';
import { loadBetween } from '../../../tools/bench/watch.ts';

describe('processor time of a process', () => {
  it('is user and system time in seconds, whatever the name holds', () => {
    const text = '42 (a (b) c) S 1 1 1 0 -1 4194304 9 0 0 0 150 50 0 0 20 0 1 0 100 0 0';
    expect(parseStat(text)).toEqual({ name: 'a (b) c', seconds: 2 });
  });

  it.skipIf(!existsSync('/proc/self/stat'))('is read of a process that runs', () => {
    const time = readProcessTime(process.pid, 'renderer');
    expect(time?.allS).toBeGreaterThanOrEqual(0);
    expect(peakMemoryMb(process.pid)).toBeGreaterThan(1);
  });

  it('is unknown of a process that is gone', () => {
    expect(readProcessTime(2 ** 30, 'renderer')).toBeNull();
    expect(peakMemoryMb(2 ** 30)).toBeNull();
  });
});

describe('load between two readings', () => {
  const renderer = { pid: 1, kind: 'renderer' };
  const browser = { pid: 2, kind: 'browser' };

  it('is what was used, as a share of the time', () => {
    const before = [
      { ...renderer, allS: 10, workersS: 8 },
      { ...browser, allS: 3, workersS: 0 },
    ];
    const after = [
      { ...renderer, allS: 16, workersS: 13 },
      { ...browser, allS: 4, workersS: 0 },
    ];
    expect(loadBetween(before, after, 10)).toEqual({ renderer: 0.6, workers: 0.5, others: 0.1 });
  });

  it('counts a process that began in between from its beginning', () => {
    expect(loadBetween([], [{ ...renderer, allS: 2, workersS: 1 }], 4)).toEqual({
      renderer: 0.5,
      workers: 0.25,
      others: 0,
    });
  });

  it('is unknown where nothing can be read', () => {
    expect(loadBetween([], [], 10)).toBeNull();
  });
});
