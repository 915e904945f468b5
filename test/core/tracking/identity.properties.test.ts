import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createTracker } from '../../../src/core/tracking/tracker.ts';
import { ASPECT, aDetection } from '../../builders/walkers.ts';

/** What may happen to a tracker: some frames with people, a pause of the stream, being told to forget. */
const happening = fc.oneof(
  fc.record({
    kind: fc.constant('frames' as const),
    frames: fc.integer({ min: 1, max: 12 }),
    people: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('pause' as const), ms: fc.integer({ min: 100, max: 5000 }) }),
  fc.constant({ kind: 'reset' as const }),
);

test('no id is given twice, over pauses and resets, and nobody is still followed after one', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 25 }), (story) => {
      const tracker = createTracker(ASPECT);
      let atMs = 0;
      let highest = 0;
      let before = new Set<number>();
      const observe = (people: readonly number[]): void => {
        atMs += 120;
        const tracks = tracker.update(
          people.map((place) => aDetection({ at: [0.2 + 0.19 * place, 0.7] })),
          atMs,
        );
        const now = new Set(tracks.map(({ id }) => id));
        expect(now.size).toBe(tracks.length);
        for (const id of now) if (!before.has(id)) expect(id).toBeGreaterThan(highest);
        highest = Math.max(highest, ...now);
        before = now;
      };
      for (const event of story) {
        if (event.kind === 'frames') for (let n = 0; n < event.frames; n++) observe(event.people);
        else if (event.kind === 'pause') atMs += event.ms;
        else {
          tracker.reset();
          before = new Set();
        }
      }
    }),
    { numRuns: 100 },
  );
});
