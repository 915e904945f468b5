import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createFairShare } from '../../../src/core/scheduling/fair-share.ts';
import { runStore, type Lens } from '../../builders/busy-store.ts';

const share = fc.constantFrom(5, 10, 20, 3, 7.5);

/** What may happen between turns. `next` is the commonest. */
const step = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('want' as const), member: fc.nat(7) }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('next' as const), member: fc.constant(0) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('leave', 'join'), member: fc.nat(7) }) },
);

describe('turns', () => {
  test('of members that always wait follow their shares within one turn of each, over any stretch', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 2, maxLength: 8 }), fc.nat(60), (shares, skipped) => {
        const fair = createFairShare();
        shares.forEach((each, member) => fair.join(member, each));
        const turns = shares.map(() => 0);
        for (let turn = 0; turn < 400; turn++) {
          shares.forEach((_, member) => fair.want(member));
          const member = fair.next();
          expect(member).not.toBeNull();
          if (turn >= skipped) turns[member!]! += 1;
          // |a − b| ≤ 1 turn of each is the same as: no one's lead less a turn exceeds another's plus one.
          const most = Math.max(...shares.map((each, index) => (turns[index]! - 1) / each));
          const least = Math.min(...shares.map((each, index) => (turns[index]! + 1) / each));
          expect(most).toBeLessThanOrEqual(least + 1e-9);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('come to everyone who waits, after a bounded number of others, whoever joins and leaves', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 8, maxLength: 8 }), fc.array(step), (shares, steps) => {
        const fair = createFairShare();
        const present = new Set<number>();
        const waiting = new Map<number, number[]>();
        for (const { kind, member } of [...steps, ...steps]) {
          if (kind === 'join' && !present.has(member)) {
            fair.join(member, shares[member]!);
            present.add(member);
          } else if (kind === 'leave') {
            fair.leave(member);
            present.delete(member);
            waiting.delete(member);
            // Somebody who leaves and comes back begins anew: the others' books of it are closed.
            for (const seen of waiting.values()) seen[member] = 0;
          } else if (kind === 'want') {
            fair.want(member);
            if (present.has(member) && !waiting.has(member))
              waiting.set(
                member,
                shares.map(() => 0),
              );
          } else if (kind === 'next') {
            const turn = fair.next();
            expect(turn === null).toBe(waiting.size === 0);
            if (turn === null) continue;
            expect(waiting.delete(turn)).toBe(true);
            for (const [other, seen] of waiting) {
              seen[turn]! += 1;
              const most = Math.floor(shares[turn]! / shares[other]! + 1e-9) + 2;
              expect(seen[turn]).toBeLessThanOrEqual(most);
            }
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test('that were missed in an idle time, however long, are not made up for but for one', () => {
    fc.assert(
      fc.property(share, share, fc.integer({ min: 1, max: 300 }), (ofBusy, ofIdle, idleTurns) => {
        const fair = createFairShare();
        fair.join(1, ofBusy);
        fair.join(2, ofIdle);
        for (let turn = 0; turn < idleTurns; turn++) {
          fair.want(1);
          fair.next();
        }
        const turns = [0, 0];
        for (let turn = 0; turn < 50; turn++) {
          fair.want(1);
          fair.want(2);
          turns[fair.next() === 1 ? 0 : 1]! += 1;
          const lead = turns[1]! / ofIdle - turns[0]! / ofBusy;
          expect(lead).toBeLessThanOrEqual(1 / ofBusy + 2 / ofIdle + 1e-9);
        }
      }),
    );
  });
});

const lens: fc.Arbitrary<Lens> = fc.record({
  weight: fc.constantFrom(1, 2),
  targetFps: fc.constant(10),
  capturedFps: fc.constantFrom(10, 12.5, 15, 25, 30),
  costMs: fc.integer({ min: 40, max: 160 }),
});

describe('cameras at one engine', () => {
  test('that is overloaded are analysed at rates proportional to their weights, whatever a frame costs', () => {
    fc.assert(
      fc.property(fc.array(lens, { minLength: 4, maxLength: 12 }), (lenses) => {
        const rates = runStore(lenses, 120_000);
        // A camera cannot be given more frames than are wanted of it; here none comes near.
        const wanted = lenses.reduce((sum, { weight, costMs }) => sum + (weight * costMs) / 1000, 0);
        fc.pre(2 / wanted < 8);
        const perWeight = rates.map((rate, index) => rate / lenses[index]!.weight);
        expect(Math.max(...perWeight) / Math.min(...perWeight)).toBeLessThanOrEqual(1.2);
      }),
      { numRuns: 150 },
    );
  });

  test('that is not overloaded get what they want', () => {
    fc.assert(
      fc.property(fc.array(lens, { minLength: 1, maxLength: 6 }), (lenses) => {
        const light = lenses.map((each) => ({ ...each, costMs: 60 / lenses.length }));
        for (const rate of runStore(light, 60_000)) expect(rate).toBeGreaterThan(9);
      }),
      { numRuns: 60 },
    );
  });

  test('that is idle now and then lose nothing to those that are not, and gain nothing', () => {
    const steady = { weight: 1, targetFps: 10, capturedFps: 15, costMs: 100 };
    const broken = { ...steady, silentMs: [20_000, 40_000] as const };
    const [first = 0, second = 0, third = 0] = runStore([steady, steady, broken], 40_000, 60_000);
    expect(first / third).toBeLessThan(1.1);
    expect(third / second).toBeLessThan(1.1);
  });
});
