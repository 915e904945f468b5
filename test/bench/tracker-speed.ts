// Prints how the tracker's time grows with the people in view: npx tsx test/bench/tracker-speed.ts
import { createTracker } from '../../src/core/tracking/tracker.ts';
import { readMotFile, rowsByFrame } from '../../tools/mot-file.ts';
import { PETS_FOOTAGE, petsFile } from '../../tools/pets-truth.ts';
import { detectionOf } from '../../tools/track-rows.ts';
import type { Detection } from '../../src/core/detection/detection.ts';
import { ASPECT, aDetection, noiseFrom } from '../builders/walkers.ts';

const FRAMES = 200;

/** Least processor time a frame of several runs, ms. */
function timeOf(frames: readonly (readonly Detection[])[], aspect: number): number {
  let best = Infinity;
  for (let run = 0; run < 6; run++) {
    const tracker = createTracker(aspect);
    const before = process.cpuUsage().user;
    frames.forEach((detections, index) => tracker.update(detections, index * 100));
    best = Math.min(best, (process.cpuUsage().user - before) / 1000 / frames.length);
  }
  return best;
}

/** A crowd that walks about and comes in again on the other side. */
function crowd(size: number): readonly (readonly Detection[])[] {
  const noise = noiseFrom(size);
  const walkers = Array.from({ length: size }, () => ({
    x: 0.9 + 0.9 * noise(),
    y: 0.55 + 0.45 * noise(),
    speed: 0.05 * noise(),
    height: 0.06 + 0.03 * noise(),
  }));
  return Array.from({ length: FRAMES }, (_, frame) =>
    walkers.map(({ x, y, speed, height }) => {
      const turned = (x + speed * frame * 0.1 + ASPECT) % ASPECT;
      return aDetection({ at: [turned + 0.002 * noise(), y + 0.002 * noise()], height, score: 0.8 });
    }),
  );
}

for (const name of ['det-nanodet.txt', 'det.txt'] as const) {
  const path = petsFile(name);
  if (path === null) console.log(`${name}: SHARED_DATA has no pets09-s2l1`);
  else {
    const frames = rowsByFrame(readMotFile(path)).map((rows) =>
      rows.map((row) => detectionOf(row, PETS_FOOTAGE)),
    );
    console.log(`PETS09-S2L1 ${name}: ${timeOf(frames, 4 / 3).toFixed(3)} ms a frame`);
  }
}
let before: number | null = null;
for (const size of [75, 150, 300, 600]) {
  const time = timeOf(crowd(size), ASPECT);
  const growth = before === null ? '' : `, ${(time / before).toFixed(1)} times that of half as many`;
  console.log(`${size} people: ${time.toFixed(3)} ms a frame${growth}`);
  before = time;
}
