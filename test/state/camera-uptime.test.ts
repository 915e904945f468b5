import { expect, test } from 'vitest';
import { cameraUptimes } from '../../src/state/camera-uptime.ts';
import { aCamera } from './builders.ts';
import { anInterval } from './ports/memory-archive.ts';

const HOUR_S = 3600;
const coverage = (camera: number, measuredS: number, gapS = {}) => ({
  camera,
  measuredS,
  gapS,
  framesAnalysed: 0,
});

test('of a camera: its share of the open time, its gaps by cause, and each interval of the day', () => {
  const total = anInterval({
    cameras: [
      coverage(9, HOUR_S),
      coverage(1, HOUR_S, { stalled: 600, 'pc-asleep': 3000, 'not-started': 7200 }),
    ],
  });
  const slots = [
    anInterval({
      fromMs: 0,
      toMs: HOUR_S * 1000,
      cameras: [coverage(1, 900, { stalled: 600, 'not-started': 2100 })],
    }),
    anInterval({ fromMs: HOUR_S * 1000, toMs: 2 * HOUR_S * 1000 }),
  ];
  const [first, second] = cameraUptimes(total, slots, { cameras: [aCamera({ id: 1, name: 'Door' })] });
  expect(first).toEqual({
    camera: 1,
    name: 'Door',
    measuredS: HOUR_S,
    rate: 0.5,
    gaps: [
      { cause: 'not-started', seconds: 7200 },
      { cause: 'pc-asleep', seconds: 3000 },
      { cause: 'stalled', seconds: 600 },
    ],
    slots: [
      { fromMs: 0, measured: 0.25, missed: 600 / HOUR_S, closed: false },
      { fromMs: HOUR_S * 1000, measured: 0, missed: 0, closed: false },
    ],
  });
  expect(second).toMatchObject({ camera: 9, name: null, rate: 1, gaps: [] });
});

test('where the store has opening hours the share, the gaps and the hatching are those of the time it was open', () => {
  const camera = {
    ...coverage(1, HOUR_S, { 'app-closed': HOUR_S }),
    open: { measuredS: 900, gapS: { stalled: 900 } },
  };
  const slot = anInterval({ fromMs: 0, toMs: 2 * HOUR_S * 1000, cameras: [camera] });
  const night = anInterval({ fromMs: 0, toMs: 1000, status: 'closed' });
  const [first] = cameraUptimes(slot, [slot, night], { cameras: [] });
  expect(first).toMatchObject({ rate: 0.5, gaps: [{ cause: 'stalled', seconds: 900 }] });
  expect(first?.slots).toEqual([
    { fromMs: 0, measured: 0.5, missed: 0.125, closed: false },
    { fromMs: 0, measured: 0, missed: 0, closed: true },
  ]);
});
