import { describe, expect, it, test } from 'vitest';
import { newLife, stepLife } from '../../../src/core/camera-life/camera-life.ts';
import { gapCauseOf } from '../../../src/core/camera-life/gap-of-phase.ts';
import type { GapCause } from '../../../src/core/measures/gap-cause.ts';
import type { ProblemCode } from '../../../src/core/result.ts';
import { CameraWorld } from './a-camera-world.ts';

/** A camera that has been live for a while. */
function aLiveWorld(options: { readonly frameMs?: number; readonly isPaced?: boolean } = {}): CameraWorld {
  const world = CameraWorld.begin(options);
  world.run(20_000);
  expect(world.life.phase).toBe('live');
  return world;
}

describe('a picture that freezes', () => {
  test.each([40, 100, 200])('is noticed within 4 s with a frame each %i ms', (frameMs) => {
    const world = aLiveWorld({ frameMs });
    world.source = 'silent';
    expect(world.runUntil(({ phase }) => phase === 'stalled', 60_000)).toBeLessThanOrEqual(4000);
  });

  it('is waited for longer where frames are rare', () => {
    const world = aLiveWorld({ frameMs: 1000 });
    world.source = 'silent';
    world.run(4000);
    expect(world.life.phase).toBe('live');
    expect(world.runUntil(({ phase }) => phase === 'stalled', 60_000)).toBeLessThanOrEqual(2000);
  });

  it('for ten seconds is no loss where the source waits for a busy PC', () => {
    const world = aLiveWorld({ isPaced: true });
    world.source = 'silent';
    world.run(10_000);
    world.source = 'up';
    world.run(500);
    expect([world.life.phase, world.openedAtMs.length]).toEqual(['live', 1]);
  });

  it('for a moment, comes back in the same stream', () => {
    const world = aLiveWorld();
    world.source = 'silent';
    world.runUntil(({ phase }) => phase === 'stalled', 60_000);
    world.run(1000);
    world.source = 'up';
    world.run(500);
    expect([world.life.phase, world.openedAtMs.length]).toEqual(['live', 1]);
  });

  it('for longer, is opened anew', () => {
    const world = aLiveWorld();
    world.source = 'silent';
    world.run(8000);
    expect(world.openedAtMs).toHaveLength(2);
  });
});

describe('a camera that is opened anew without a picture', () => {
  it('gets more time for the first frame each time, and is not given up', () => {
    const world = aLiveWorld();
    world.source = 'silent';
    world.run(180_000);
    const waits = world.openedAtMs.slice(2).map((atMs, index) => atMs - (world.openedAtMs[index + 1] ?? 0));
    expect(waits.slice(0, 3)).toEqual(waits.slice(0, 3).toSorted((a, b) => a - b));
    expect(Math.max(...waits)).toBeLessThan(40_000);
  });
});

describe('after ten seconds of a steady run', () => {
  it('the next loss is a new one; before that it is not', () => {
    const world = CameraWorld.begin();
    world.source = 'refuses';
    world.run(20_000);
    world.source = 'up';
    world.runUntil(({ phase }) => phase === 'live', 60_000);
    world.run(9000);
    expect(world.life.attempt).toBeGreaterThan(3);
    world.run(1500);
    expect(world.life).toMatchObject({ attempt: 0, lostSinceMs: null });
  });
});

describe('access that is refused', () => {
  const refused = (): CameraWorld => {
    const world = CameraWorld.begin();
    world.happen({
      kind: 'stream-failed',
      generation: world.life.generation,
      problem: { code: 'camera-credentials-refused' },
    });
    return world;
  };

  it('is tried again each minute and asks for somebody all the while', () => {
    const world = refused();
    world.run(59_000);
    expect([world.life.phase, world.openedAtMs.length]).toEqual(['needs-attention', 1]);
    world.run(1200);
    expect([world.life.phase, world.openedAtMs.length]).toEqual(['needs-attention', 2]);
  });

  it('is tried at once when somebody has corrected it', () => {
    const world = refused();
    world.happen({ kind: 'retry-wanted' });
    expect([world.life.phase, world.openedAtMs.length]).toEqual(['connecting', 2]);
  });

  it('is corrected while the next attempt is under way: that one is ended, another begins', () => {
    const world = CameraWorld.begin();
    world.run(100);
    world.happen({ kind: 'retry-wanted' });
    expect([world.streams.length, world.openedAtMs.length, world.most]).toEqual([1, 2, 1]);
  });
});

describe('the network coming back', () => {
  it('ends the waiting', () => {
    const world = aLiveWorld();
    world.source = 'refuses';
    world.run(300_000);
    world.source = 'up';
    world.happen({ kind: 'surroundings-changed' });
    expect(world.runUntil(({ phase }) => phase === 'live', 60_000)).toBeLessThanOrEqual(2000);
  });

  it('does not trouble a camera that waits for a permission, is live or is paused', () => {
    const denied = CameraWorld.begin();
    const problem = { code: 'camera-permission-denied' } as const;
    denied.happen({ kind: 'stream-failed', generation: denied.life.generation, problem });
    const paused = CameraWorld.begin();
    paused.happen({ kind: 'stopped' });
    const live = aLiveWorld();
    for (const world of [denied, paused, live]) {
      world.happen({ kind: 'surroundings-changed' });
      world.run(3000);
      expect(world.openedAtMs).toHaveLength(1);
    }
  });
});

describe('a PC that slept', () => {
  it('does not wait any longer', () => {
    const world = aLiveWorld();
    world.source = 'refuses';
    world.happen({
      kind: 'stream-failed',
      generation: world.life.generation,
      problem: { code: 'camera-unreachable', detail: { retryAfterS: 300 } },
    });
    world.run(1000);
    const before = world.openedAtMs.length;
    world.nowMs += 120_000;
    world.run(250);
    expect(world.openedAtMs.length).toBe(before + 1);
    expect(world.life.attempt).toBeLessThanOrEqual(1);
  });

  it('sees at once that its streams are frozen', () => {
    const world = aLiveWorld();
    world.source = 'silent';
    world.nowMs += 3_600_000;
    world.run(250);
    expect(world.life.phase).toBe('stalled');
    world.source = 'up';
    world.run(200);
    expect(world.life.phase).toBe('live');
  });
});

describe('a clock that is set back', () => {
  it('stops neither the watch nor an attempt', () => {
    const world = aLiveWorld();
    world.nowMs -= 3_600_000;
    world.run(1000);
    world.source = 'silent';
    expect(world.runUntil(({ phase }) => phase === 'stalled', 60_000)).toBeLessThanOrEqual(4000);
    world.nowMs -= 3_600_000;
    expect(world.runUntil(({ stream }) => stream === 'opening', 60_000)).toBeLessThanOrEqual(4000);
  });
});

describe('the engine', () => {
  it('takes a stream with it and brings it back', () => {
    const world = aLiveWorld();
    world.happen({ kind: 'engine-failed', problem: { code: 'vision-worker-failed' } });
    expect([world.life.phase, world.streams.length]).toEqual(['reconnecting', 0]);
    world.run(60_000);
    expect(world.openedAtMs).toHaveLength(1);
    world.happen({ kind: 'engine-restarted' });
    world.run(3000);
    expect([world.life.phase, world.openedAtMs.length]).toEqual(['live', 2]);
  });

  it('does not hurry a camera that waits for its own reasons', () => {
    const world = CameraWorld.begin();
    const problem = { code: 'camera-credentials-refused' } as const;
    world.happen({ kind: 'stream-failed', generation: world.life.generation, problem });
    world.happen({ kind: 'engine-failed', problem: { code: 'vision-worker-failed' } });
    world.happen({ kind: 'engine-restarted' });
    expect(world.life).toMatchObject({ phase: 'needs-attention', problem });
    expect(world.openedAtMs).toHaveLength(1);
  });
});

test('an attempt that never answers is ended', () => {
  let { life } = stepLife(newLife(0), { kind: 'started' }, { nowMs: 0, random: 0.5 });
  for (let nowMs = 0; nowMs <= 121_000; nowMs += 1000) {
    ({ life } = stepLife(life, { kind: 'ticked' }, { nowMs, random: 0.5 }));
  }
  expect(life.problem).toEqual({ code: 'camera-unreachable', detail: { reason: 'timeout' } });
});

test('frames of the stream before say nothing until the worker has the new one', () => {
  const moment = { nowMs: 0, random: 0.5 };
  const started = stepLife(newLife(0), { kind: 'started' }, moment).life;
  const opened = stepLife(
    started,
    { kind: 'stream-opened', generation: started.generation, isPaced: false },
    moment,
  ).life;
  expect(stepLife(opened, { kind: 'frame-counted' }, moment).life.phase).toBe('connecting');
});

test.each<[ProblemCode, GapCause]>([
  ['camera-stalled', 'stalled'],
  ['camera-unreachable', 'unreachable'],
  ['camera-ended', 'unreachable'],
  ['camera-stream-missing', 'not-there-yet'],
  ['camera-credentials-refused', 'credentials'],
  ['camera-codec-unsupported', 'codec'],
  ['camera-permission-denied', 'permission'],
  ['camera-in-use', 'camera-problem'],
  ['vision-worker-failed', 'engine-restart'],
])('time lost by %s is a gap of its own kind: %s', (code, cause) => {
  expect(gapCauseOf('reconnecting', { code })).toBe(cause);
});
