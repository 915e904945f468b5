import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { createSceneCounter } from '../../../src/core/counting/scene-counter.ts';
import { createTracker } from '../../../src/core/tracking/tracker.ts';
import { ASPECT, aDetection, aLine, aScene, aZone } from '../../builders/walkers.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

function bytesInUse(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

test('memory does not grow with visitors', () => {
  const tracker = createTracker(ASPECT);
  const counter = createSceneCounter(
    aScene({ lines: [aLine()], zones: [aZone(), aZone({ kind: 'queue' })] }),
  );
  let atMs = 0;
  let crossings = 0;
  const visit = (): void => {
    for (let step = 0; step < 14; step++) {
      atMs += 100;
      const detections = step < 8 ? [aDetection({ at: [1.15 - 0.08 * step, 0.6], height: 0.4 })] : [];
      const events = counter.update(tracker.update(detections, atMs), atMs);
      crossings += events.filter(({ kind }) => kind === 'crossing').length;
    }
    tracker.reset();
  };
  for (let visitor = 0; visitor < 500; visitor++) visit();
  const before = bytesInUse();
  for (let visitor = 0; visitor < 5000; visitor++) visit();
  expect(crossings).toBe(5499);
  expect(bytesInUse() - before).toBeLessThan(500_000);
});
