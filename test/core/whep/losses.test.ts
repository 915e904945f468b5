import { expect, test } from 'vitest';
import { afterLoss, problemOfLoss } from '../../../src/core/whep/quick-losses.ts';
import { lookAgain, NOTHING_YET, undecodedProblem, type Arrival } from '../../../src/core/whep/undecoded.ts';

/** What a camera that lives so long each time is told, loss by loss. */
function reasons(livedMs: readonly number[]): readonly unknown[] {
  let losses = 0;
  return livedMs.map((lived) => problemOfLoss((losses = afterLoss(losses, lived))).detail?.['reason']);
}

test('three losses at once speak of B-frames, and each one after them', () => {
  expect(reasons([500, 900, 1500, 800])).toEqual([
    'connection-lost',
    'connection-lost',
    'b-frames',
    'b-frames',
  ]);
});

test('a connection that lived for a while begins anew', () => {
  expect(reasons([500, 900, 60_000, 800, 700])).not.toContain('b-frames');
});

/** What is found after these looks, one each second. */
function found(looks: readonly Omit<Arrival, 'atMs'>[]): readonly unknown[] {
  let since = NOTHING_YET;
  return looks.map((look, second) => {
    since = lookAgain(since, { ...look, atMs: second * 1000 });
    return undecodedProblem(since, second * 1000)?.detail?.['reason'] ?? null;
  });
}

test('complete frames that are not decoded within 3 s cannot be decoded', () => {
  const frames = Array.from({ length: 5 }, () => ({ packets: 90, framesReceived: 10 }));
  expect(found(frames)).toEqual([null, null, null, 'not-decoded', 'not-decoded']);
});

test('packets without a frame may wait for the next keyframe, but not for ever', () => {
  const packets = Array.from({ length: 20 }, () => ({ packets: 90, framesReceived: 0 }));
  expect(found(packets).indexOf('not-decoded')).toBe(15);
});

test('where nothing arrives nothing is said of the format', () => {
  expect(found(Array.from({ length: 60 }, () => ({ packets: 0, framesReceived: 0 })))).toEqual(
    Array(60).fill(null),
  );
});
