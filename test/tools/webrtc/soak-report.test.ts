import { describe, expect, test } from 'vitest';
import { memoryGrowthMb, soakFaults, type SoakRun } from '../../../tools/webrtc/soak-report.ts';

const SOUND: SoakRun = {
  cameras: 2,
  memoryMb: [300, 380, 400, 401, 399, 402, 403, 400, 401],
  ledgers: [
    { received: 100, analysed: 60, skipped: 40, closed: 99, alive: 1 },
    { received: 90, analysed: 60, skipped: 30, closed: 90, alive: 0 },
  ],
  peersRunning: 2,
  peersAfter: 0,
  deleted: 2,
  sessionsAfter: 0,
  seconds: 240,
};

describe('a soak', () => {
  test('that left nothing open has no faults', () => {
    expect(soakFaults(SOUND)).toEqual([]);
  });

  test('may warm up, but not grow after that', () => {
    expect(memoryGrowthMb([100, 200, 300, 400, 400, 400, 400, 400, 400])).toBe(0);
    expect(memoryGrowthMb([400, 400, 400, 450, 450, 450, 500, 500, 500])).toBe(50);
    expect(soakFaults({ ...SOUND, memoryMb: [400, 400, 400, 450, 450, 450, 500, 500, 500] })).toEqual([
      'memory grew by 50 MB',
    ]);
  });

  test.each<[Partial<SoakRun>, string]>([
    [{ peersAfter: 1 }, '1 peers left open'],
    [{ peersRunning: 3 }, '3 peers for 2 cameras'],
    [{ deleted: 1 }, 'only 1 sessions ended by DELETE'],
    [{ sessionsAfter: 1 }, '1 sessions left at the gateways'],
    [
      { ledgers: [{ received: 9, analysed: 5, skipped: 4, closed: 8, alive: 0 }] },
      'camera 1: frames 9 received, 8 closed',
    ],
    [
      { ledgers: [{ received: 9, analysed: 0, skipped: 9, closed: 9, alive: 0 }] },
      'camera 1 was not counted',
    ],
  ])('with %o is faulted', (change, fault) => {
    expect(soakFaults({ ...SOUND, ...change })).toEqual([fault]);
  });
});
