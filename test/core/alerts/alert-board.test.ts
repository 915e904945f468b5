import { describe, expect, it, test } from 'vitest';
import { NO_ALERTS, type AlertSettings } from '../../../src/core/alerts/alert-settings.ts';
import { seen, stepAlerts, type AlertBoard } from '../../../src/core/alerts/alert-board.ts';
import { valueOf, watchesOf, type AlertReadings } from '../../../src/core/alerts/alert-watch.ts';
import { isQuietAt } from '../../../src/core/alerts/quiet-hours.ts';
import { aCamera, aSite, aZone } from '../../builders/site.ts';

const queue = aZone({ id: 3, name: 'Till', kind: 'queue' });
const siteWith = (alerts: Partial<AlertSettings>) =>
  aSite({ cameras: [aCamera({ zones: [queue] })], alerts: { ...NO_ALERTS, ...alerts } });
const READINGS: AlertReadings = {
  occupancy: 10,
  queues: new Map([[3, { people: 2, waitS: 90 }]]),
  cameras: new Map([[1, { isMeasured: true }]]),
  coverage: 0.99,
};

describe('what is watched', () => {
  it('is nothing that was not asked for', () => {
    expect(watchesOf(siteWith({}))).toEqual([]);
    expect(watchesOf(siteWith({ queues: [{ zone: 3, length: null, waitMinutes: null }] }))).toEqual([]);
  });

  it('is each limit that was typed, under a key of its own', () => {
    const site = siteWith({
      occupancyLimit: 30,
      queues: [{ zone: 3, length: 5, waitMinutes: 4 }],
      cameraStoppedMinutes: 2,
      coverageBelow: 90,
    });
    expect(watchesOf(site).map(({ key }) => key)).toEqual([
      'occupancy',
      'queue-length:3',
      'queue-wait:3',
      'camera-stopped:1',
      'coverage-low',
    ]);
  });

  it('is neither a queue that is gone nor a camera that is paused', () => {
    const site = siteWith({ cameraStoppedMinutes: 2, queues: [{ zone: 9, length: 5, waitMinutes: null }] });
    expect(watchesOf({ ...site, cameras: [aCamera({ paused: true })] })).toEqual([]);
  });

  test.each([
    [{ occupancyLimit: 30 }, { occupancy: 29 }, false],
    [{ occupancyLimit: 30 }, { occupancy: 30 }, true],
    [{ occupancyLimit: 30 }, { occupancy: null }, false],
    [
      { queues: [{ zone: 3, length: 3, waitMinutes: null }] },
      { queues: new Map([[3, { people: 3, waitS: null }]]) },
      true,
    ],
    [
      { queues: [{ zone: 3, length: 3, waitMinutes: null }] },
      { queues: new Map([[3, { people: null, waitS: null }]]) },
      false,
    ],
    [
      { queues: [{ zone: 3, length: null, waitMinutes: 2 }] },
      { queues: new Map([[3, { people: 9, waitS: 119 }]]) },
      false,
    ],
    [
      { queues: [{ zone: 3, length: null, waitMinutes: 2 }] },
      { queues: new Map([[3, { people: 9, waitS: 120 }]]) },
      true,
    ],
    [{ cameraStoppedMinutes: 1 }, { cameras: new Map([[1, { isMeasured: false }]]) }, true],
    [{ cameraStoppedMinutes: 1 }, { cameras: new Map() }, false],
    [{ coverageBelow: 90 }, { coverage: 0.9 }, false],
    [{ coverageBelow: 90 }, { coverage: 0.899 }, true],
    [{ coverageBelow: 90 }, { coverage: null }, false],
  ] as const)('with %j and %j is over its limit: %s', (alerts, readings, isOver) => {
    const [watch] = watchesOf(siteWith(alerts));
    const value = watch && valueOf(watch, { ...READINGS, ...readings });
    expect(value !== null && value !== undefined && value >= (watch?.rule.raiseAt ?? 0)).toBe(isOver);
  });

  it.each([1, 2, 5, 30, 200])(
    'ends under a limit that is no higher than where it began: %s people',
    (limit) => {
      const site = siteWith({
        occupancyLimit: limit,
        queues: [{ zone: 3, length: limit, waitMinutes: null }],
      });
      for (const { rule } of watchesOf(site)) {
        expect(rule.clearBelow).toBeLessThanOrEqual(rule.raiseAt);
        expect(rule.clearBelow).toBeGreaterThan(0);
      }
    },
  );
});

describe('the board', () => {
  const watches = watchesOf(siteWith({ occupancyLimit: 10 }));

  function run(board: AlertBoard, atS: number, isQuiet = false) {
    return stepAlerts(board, watches, { atMs: atS * 1000, readings: READINGS, isQuiet });
  }

  it('tells what is raised, and shows it in quiet hours without telling', () => {
    const first = run(new Map(), 0);
    expect(first.raised).toEqual([]);
    expect(run(first.board, 10)).toMatchObject({ raised: [{ value: 10, isSeen: false }], told: [{}] });
    expect(run(first.board, 10, true)).toMatchObject({ raised: [{ value: 10 }], told: [] });
  });

  it('remembers what somebody has seen, and forgets what is no longer watched', () => {
    const { board } = run(run(new Map(), 0).board, 10);
    expect(run(seen(board, 'occupancy'), 11).raised).toMatchObject([{ isSeen: true }]);
    expect(seen(board, 'nothing')).toBe(board);
    expect(stepAlerts(board, [], { atMs: 0, readings: READINGS, isQuiet: false }).board.size).toBe(0);
  });
});

describe('quiet hours', () => {
  test.each([
    { name: 'none', quiet: null, minute: 100, is: false },
    { name: 'from their first minute', quiet: { fromMinute: 60, toMinute: 120 }, minute: 60, is: true },
    { name: 'up to their last', quiet: { fromMinute: 60, toMinute: 120 }, minute: 120, is: false },
    { name: 'over midnight, before', quiet: { fromMinute: 1320, toMinute: 420 }, minute: 1400, is: true },
    { name: 'over midnight, after', quiet: { fromMinute: 1320, toMinute: 420 }, minute: 10, is: true },
    { name: 'not by day', quiet: { fromMinute: 1320, toMinute: 420 }, minute: 720, is: false },
    { name: 'none where both are alike', quiet: { fromMinute: 60, toMinute: 60 }, minute: 60, is: false },
  ])('$name', ({ quiet, minute, is: isQuiet }) => {
    expect(isQuietAt(quiet, minute)).toBe(isQuiet);
  });
});
