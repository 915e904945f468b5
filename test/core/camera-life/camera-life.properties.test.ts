import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  newLife,
  stepLife,
  type CameraEvent,
  type CameraLife,
} from '../../../src/core/camera-life/camera-life.ts';
import type { ProblemCode } from '../../../src/core/result.ts';
import { CameraWorld, type SourceState } from './a-camera-world.ts';

const problem = fc
  .constantFrom<ProblemCode>(
    'camera-unreachable',
    'camera-stream-missing',
    'camera-credentials-refused',
    'camera-permission-denied',
    'camera-ended',
    'vision-worker-failed',
  )
  .map((code) => ({ code }));
/** Up to `back` generations old: late news of streams that are long closed. */
type Late = (generation: number) => CameraEvent;
const late = (kind: 'stream-opened' | 'stream-delivered') =>
  fc.nat(3).map((back): Late => (generation) => ({ kind, generation: generation - back, isPaced: false }));
const anyEvent: fc.Arbitrary<Late> = fc.oneof(
  { weight: 6, arbitrary: fc.constant<Late>(() => ({ kind: 'ticked' })) },
  { weight: 3, arbitrary: fc.constant<Late>(() => ({ kind: 'frame-counted' })) },
  { weight: 3, arbitrary: late('stream-opened') },
  { weight: 3, arbitrary: late('stream-delivered') },
  {
    weight: 3,
    arbitrary: fc.tuple(fc.nat(3), problem).map(([back, found]): Late => (generation) => ({
      kind: 'stream-failed',
      generation: generation - back,
      problem: found,
    })),
  },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom<'started' | 'stopped' | 'retry-wanted' | 'surroundings-changed' | 'engine-restarted'>(
        'started',
        'stopped',
        'retry-wanted',
        'surroundings-changed',
        'engine-restarted',
      )
      .map((kind): Late => () => ({ kind })),
  },
  {
    weight: 1,
    arbitrary: fc.constant<Late>(() => ({
      kind: 'engine-failed',
      problem: { code: 'vision-worker-failed' },
    })),
  },
);
/** Time passes, also backwards and in leaps. */
const passing = fc.oneof(
  { weight: 8, arbitrary: fc.nat(3000) },
  { weight: 1, arbitrary: fc.integer({ min: -100_000, max: 1_000_000 }) },
);
const story = fc.array(fc.record({ event: anyEvent, ms: passing }), { maxLength: 60 });

/** Tells a story; `look` sees every step. */
function tell(
  steps: readonly { readonly event: Late; readonly ms: number }[],
  look: (step: ReturnType<typeof stepLife>, before: CameraLife, event: CameraEvent) => void = () => undefined,
): CameraLife {
  let nowMs = 1e9;
  let life = newLife(nowMs);
  for (const { event, ms } of steps) {
    nowMs += ms;
    const happened = event(life.generation);
    const step = stepLife(life, happened, { nowMs, random: 0.5 });
    look(step, life, happened);
    life = step.life;
  }
  return life;
}

describe('whatever happens to a camera, in whatever order', () => {
  it('there is never more than one stream, and none when it is paused', () => {
    fc.assert(
      fc.property(story, (steps) => {
        let open = 0;
        tell(steps, ({ life, commands }) => {
          for (const { kind } of commands) {
            open += kind === 'open' ? 1 : -1;
            expect([0, 1]).toContain(open);
          }
          expect(open).toBe(life.stream === 'none' ? 0 : 1);
          if (life.phase === 'stopped') expect(open).toBe(0);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('late news of an earlier stream changes nothing', () => {
    fc.assert(
      fc.property(story, (steps) => {
        tell(steps, ({ life, commands }, before, event) => {
          if (!('generation' in event) || event.generation === before.generation) return;
          expect(life).toBe(before);
          expect(commands).toEqual([]);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('a camera comes back by itself once its source does, but for what a person, or the engine, must do', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const world = new CameraWorld(tell([...steps, { event: () => ({ kind: 'ticked' }), ms: 0 }]));
        const { phase, stream, retryAtMs } = world.life;
        const isIdle = stream === 'none' && retryAtMs === null;
        if (phase === 'stopped') world.happen({ kind: 'started' });
        else if (isIdle && phase === 'needs-attention') world.happen({ kind: 'retry-wanted' });
        else if (isIdle) world.happen({ kind: 'engine-restarted' });
        // A minute is the longest wait; an open stream that never showed a picture has 20 s before.
        expect(world.runUntil((life) => life.phase === 'live', 200_000)).toBeLessThan(100_000);
      }),
      { numRuns: 300 },
    );
  });
});

describe('an outage', () => {
  const outage = (longS: { min: number; max: number }) =>
    fc.record({
      kind: fc.constantFrom<SourceState>('refuses', 'silent', 'missing'),
      ms: fc.integer({ min: longS.min * 1000, max: longS.max * 1000 }),
      random: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }),
    });
  const recoveryMs = ({
    kind,
    ms,
    random,
  }: {
    readonly kind: SourceState;
    readonly ms: number;
    readonly random: readonly number[];
  }): number => {
    let turn = 0;
    const world = CameraWorld.begin({ random: () => random[turn++ % random.length] ?? 0.5 });
    world.run(20_000);
    world.source = kind;
    if (kind !== 'silent') {
      const { generation } = world.life;
      world.happen({ kind: 'stream-failed', generation, problem: { code: 'camera-unreachable' } });
    }
    world.run(ms);
    world.source = 'up';
    const tookMs = world.runUntil(({ phase, frames }) => phase === 'live' && isNew(frames, world), 60_000);
    expect(world.most).toBe(1);
    return tookMs;
  };
  const isNew = ({ lastMs }: CameraLife['frames'], { nowMs }: CameraWorld): boolean => lastMs === nowMs;

  it('of less than a minute is over within 10 s of its end', () => {
    fc.assert(
      fc.property(outage({ min: 1, max: 59 }), (given) => {
        expect(recoveryMs(given)).toBeLessThanOrEqual(10_000);
      }),
      { numRuns: 150 },
    );
  });

  it('of up to an hour is over within 20 s of its end', () => {
    fc.assert(
      fc.property(outage({ min: 60, max: 3600 }), (given) => {
        expect(recoveryMs(given)).toBeLessThanOrEqual(20_000);
      }),
      { numRuns: 25 },
    );
  });
});
