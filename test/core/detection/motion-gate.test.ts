import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LUMA_GRID } from '../../../src/core/detection/luma-grid.ts';
import { createMotionGate, RECHECK_MS } from '../../../src/core/detection/motion-gate.ts';
import type { MotionGate } from '../../../src/core/detection/motion-gate.ts';
import { createRandom } from '../../../src/core/simulation/random.ts';

const CELLS = LUMA_GRID.columns * LUMA_GRID.rows;
const FRAME_MS = 100;

/** What a frame is made of: mean luma by cell, deviation of the noise, and whether the network sees somebody. */
interface Scene {
  readonly lumaOf: (cell: number, frame: number) => number;
  readonly noise: number;
  readonly isSomebodyThere?: (frame: number) => boolean;
}

/** A camera in front of a gate, frame after frame; says for each whether the network looked. */
class Watch {
  readonly #gate: MotionGate = createMotionGate();
  readonly #random: () => number;
  #frame = 0;

  constructor(seed = 1) {
    const random = createRandom(seed);
    this.#random = () => random.next();
  }

  run(frames: number, { lumaOf, noise, isSomebodyThere = () => false }: Scene): boolean[] {
    return Array.from({ length: frames }, (_, at) => {
      const luma = Uint8Array.from({ length: CELLS }, (_, cell) => {
        return Math.min(255, Math.max(0, Math.round(lumaOf(cell, at) + noise * this.#gauss())));
      });
      const atMs = FRAME_MS * this.#frame++;
      const mustLook = this.#gate.mustLook(luma, atMs);
      if (mustLook) this.#gate.looked({ luma, atMs, isEmpty: !isSomebodyThere(at) });
      return mustLook;
    });
  }

  /** Sum of uniform numbers: near enough to a normal one. */
  #gauss(): number {
    let sum = -6;
    for (let part = 0; part < 12; part++) sum += this.#random();
    return sum;
  }
}

function share(looks: readonly boolean[]): number {
  return looks.filter((look) => look).length / looks.length;
}

const plain = (cell: number) => 60 + (cell % 100);
const shelf: Scene = { lumaOf: plain, noise: 0 };

describe('a motion gate', () => {
  test('an empty place without noise is looked at three times, then each two seconds', () => {
    const looks = new Watch().run(100, shelf);
    const at = looks.flatMap((look, frame) => (look ? [frame * FRAME_MS] : []));
    expect(at).toEqual([0, 100, 200, 2200, 4200, 6200, 8200]);
  });

  test('however frames are timed, no more than two seconds pass between looks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 200 }), (steps) => {
        const gate = createMotionGate();
        const luma = new Uint8Array(CELLS).fill(90);
        let atMs = 0;
        let lookedAtMs = 0;
        for (const step of steps) {
          atMs += step;
          if (gate.mustLook(luma, atMs)) {
            gate.looked({ luma, atMs, isEmpty: true });
            lookedAtMs = atMs;
          }
          expect(atMs - lookedAtMs).toBeLessThanOrEqual(RECHECK_MS);
        }
      }),
    );
  });

  test('time that runs backwards is looked at', () => {
    const gate = createMotionGate();
    const luma = new Uint8Array(CELLS);
    for (const atMs of [5000, 5100, 5200]) gate.looked({ luma, atMs, isEmpty: true });
    expect(gate.mustLook(luma, 5300)).toBe(false);
    expect(gate.mustLook(luma, 5000)).toBe(true);
  });

  test('a person is looked at from the first frame that he changes until he has left, however long he stands', () => {
    const person = fc.record({
      cells: fc.uniqueArray(fc.nat({ max: CELLS - 1 }), { minLength: 1, maxLength: 40 }),
      contrast: fc.integer({ min: 12, max: 60 }),
      noise: fc.constantFrom(0, 0.2, 0.5, 0.8),
      stays: fc.integer({ min: 1, max: 300 }),
      /** Frames until the network sees him. */
      late: fc.nat({ max: 2 }),
      seed: fc.integer({ min: 1, max: 1000 }),
    });
    fc.assert(
      fc.property(person, ({ cells, contrast, noise, stays, late, seed }) => {
        const watch = new Watch(seed);
        watch.run(100, { lumaOf: plain, noise });
        const changed = new Set(cells);
        const looks = watch.run(stays, {
          lumaOf: (cell) => plain(cell) + (changed.has(cell) ? contrast : 0),
          noise,
          isSomebodyThere: (frame) => frame >= Math.min(late, stays - 1),
        });
        expect(looks.slice(0, 3).every((look) => look)).toBe(true);
        expect(looks.every((look) => look)).toBe(true);
        const after = watch.run(100, { lumaOf: plain, noise });
        expect(after[0]).toBe(true);
        expect(share(after.slice(20))).toBeLessThan(0.3);
      }),
      { numRuns: 40 },
    );
  });

  test('somebody who moves but is not recognised is looked at in every frame', () => {
    const watch = new Watch();
    watch.run(50, shelf);
    const looks = watch.run(60, {
      lumaOf: (cell, frame) => plain(cell) + (cell === 2 * frame ? 20 : 0),
      noise: 0,
    });
    expect(looks.every((look) => look)).toBe(true);
  });

  test.each([0.3, 0.6, 1, 1.3])('noise of %d levels alone does not keep it open', (noise) => {
    const watch = new Watch();
    watch.run(600, { lumaOf: plain, noise });
    expect(share(watch.run(600, { lumaOf: plain, noise }))).toBeLessThan(0.2);
  });

  test('a cell that flickers by little is learnt, and the others stay as alert as before', () => {
    const flicker = (cell: number, frame: number) => plain(cell) + (cell === 7 && frame % 3 === 0 ? 4 : 0);
    const watch = new Watch();
    watch.run(300, { lumaOf: flicker, noise: 0 });
    expect(share(watch.run(300, { lumaOf: flicker, noise: 0 }))).toBeLessThan(0.2);
    const [first] = watch.run(1, { lumaOf: (cell) => plain(cell) + (cell === 8 ? 3 : 0), noise: 0 });
    expect(first).toBe(true);
  });

  test('light that changes slowly does not keep it open', () => {
    const watch = new Watch();
    const dusk: Scene = { lumaOf: (cell, frame) => plain(cell) - frame / 20, noise: 0.3 };
    expect(share(watch.run(1000, dusk).slice(100))).toBeLessThan(0.3);
  });

  test('light that is switched opens it and teaches no noise', () => {
    const watch = new Watch();
    watch.run(50, shelf);
    const switched: Scene = {
      lumaOf: (cell, frame) => plain(cell) + (Math.floor(frame / 10) % 2 ? 25 : 0),
      noise: 0,
    };
    const looks = watch.run(400, switched);
    for (let frame = 10; frame < 400; frame += 10) expect(looks[frame]).toBe(true);
    watch.run(50, shelf);
    expect(watch.run(1, { lumaOf: (cell) => plain(cell) + (cell === 8 ? 3 : 0), noise: 0 })).toEqual([true]);
  });

  test('a grid of another size is looked at', () => {
    const gate = createMotionGate();
    const luma = new Uint8Array(CELLS);
    for (const atMs of [0, 100, 200]) gate.looked({ luma, atMs, isEmpty: true });
    expect(gate.mustLook(luma.subarray(1), 300)).toBe(true);
  });

  test('after a reset everything is looked at again', () => {
    const gate = createMotionGate();
    const luma = new Uint8Array(CELLS);
    for (const atMs of [0, 100, 200]) gate.looked({ luma, atMs, isEmpty: true });
    gate.reset();
    expect(gate.mustLook(luma, 300)).toBe(true);
  });
});
