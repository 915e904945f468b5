import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { CALM, stepAlert, type AlertRule, type AlertState } from '../../../src/core/alerts/alert-state.ts';

const RULE: AlertRule = {
  raiseAt: 5,
  clearBelow: 4,
  raiseAfterMs: 10_000,
  clearAfterMs: 20_000,
  repeatMs: 300_000,
};

interface Step {
  readonly atS: number;
  readonly value: number | null;
  readonly quiet?: boolean;
}

/** What the alert is after each step: `-` calm, `R` raised, `!` raised and told. */
function run(steps: readonly Step[], rule: AlertRule = RULE): string {
  let state: AlertState = CALM;
  return steps
    .map(({ atS, value, quiet = false }) => {
      const next = stepAlert(state, rule, { atMs: atS * 1000, value, isQuiet: quiet });
      state = next.state;
      return state.phase === 'calm' ? '-' : next.tells ? '!' : 'R';
    })
    .join('');
}

const every = (seconds: number, values: readonly (number | null)[]): Step[] =>
  values.map((value, index) => ({ atS: index * seconds, value }));

describe('an alert', () => {
  test.each([
    ['is raised after the value has been there for ten seconds', every(5, [5, 5, 5]), '--!'],
    ['is not raised by one frame', every(5, [9, 2, 9, 2, 9]), '-----'],
    ['begins the wait anew after a dip', every(5, [5, 5, 4, 5, 5, 5]), '-----!'],
    ['stays while the value is between the two limits', every(10, [5, 5, 4, 4, 4, 4]), '-!RRRR'],
    ['ends after twenty seconds under the lower one', every(10, [5, 5, 3, 3, 3]), '-!RR-'],
    ['does not end by a short dip', every(10, [5, 5, 3, 4, 3, 4]), '-!RRRR'],
    ['is not raised by what is not measured', every(10, [null, null, null]), '---'],
    ['ends when it is not measured any more', every(10, [5, 5, null, null, null]), '-!RR-'],
    ['is told again after the interval, and not before', every(100, [5, 5, 5, 5, 5, 5, 5, 5]), '-!RR!RR!'],
  ])('%s', (_, steps, expected) => {
    expect(run(steps)).toBe(expected);
  });

  it('is told once where it is not to be repeated', () => {
    expect(run(every(600, [5, 5, 5, 5]), { ...RULE, repeatMs: null })).toBe('-!RR');
  });

  it('is shown without a sound in the quiet hours, and told when they end', () => {
    const steps = every(10, [5, 5, 5, 5]).map((step, index) => ({ ...step, quiet: index < 3 }));
    expect(run(steps)).toBe('-RR!');
  });

  it('is not told when it is already ending', () => {
    const steps = every(10, [5, 5, 3, 3]).map((step, index) => ({ ...step, quiet: index < 2 }));
    expect(run(steps)).toBe('-RRR');
  });

  it('is not told again once somebody has seen it', () => {
    const raised: AlertState = {
      phase: 'raised',
      sinceMs: 0,
      underSinceMs: null,
      toldAtMs: 0,
      isSeen: true,
    };
    expect(stepAlert(raised, RULE, { atMs: 9_000_000, value: 9, isQuiet: false }).tells).toBe(false);
  });

  it('waits anew when the clock is put back', () => {
    expect(
      run([
        { atS: 100, value: 5 },
        { atS: 50, value: 5 },
        { atS: 59, value: 5 },
        { atS: 60, value: 5 },
      ]),
    ).toBe('---!');
  });
});

const readings = fc.array(
  fc.record({ passS: fc.integer({ min: 1, max: 30 }), value: fc.option(fc.integer({ min: 0, max: 9 })) }),
  { minLength: 1, maxLength: 200 },
);

/** Times at which the alert changed, and at which it was told. */
function trace(steps: readonly { readonly passS: number; readonly value: number | null }[], isQuiet = false) {
  let state: AlertState = CALM;
  let atMs = 0;
  const changes: { atMs: number; phase: string }[] = [];
  const toldMs: number[] = [];
  for (const { passS, value } of steps) {
    atMs += passS * 1000;
    const next = stepAlert(state, RULE, { atMs, value, isQuiet });
    if (next.state.phase !== state.phase) changes.push({ atMs, phase: next.state.phase });
    if (next.tells) toldMs.push(atMs);
    state = next.state;
  }
  return { changes, toldMs };
}

describe('whatever the values', () => {
  it('an alert never flaps: it is up for the lower hold at least, and down for the upper one', () => {
    fc.assert(
      fc.property(readings, (steps) => {
        const { changes } = trace(steps);
        changes.slice(1).forEach(({ atMs, phase }, index) => {
          const since = atMs - (changes[index]?.atMs ?? 0);
          expect(since).toBeGreaterThanOrEqual(phase === 'calm' ? RULE.clearAfterMs : RULE.raiseAfterMs);
        });
      }),
    );
  });

  it('values that stay above the lower limit never end it, and those under the upper one never raise it', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 4, max: 9 }), { minLength: 1, maxLength: 100 }), (values) => {
        const up = trace(
          [...every(10, [9, 9]), ...every(10, values)].map(({ value }) => ({ passS: 10, value })),
        );
        expect(up.changes).toHaveLength(1);
        const down = trace(values.map((value) => ({ passS: 10, value: value - 5 })));
        expect(down.changes).toHaveLength(0);
      }),
    );
  });

  it('it is told at most once in its interval, and never in quiet hours', () => {
    fc.assert(
      fc.property(readings, (steps) => {
        const { toldMs, changes } = trace(steps);
        toldMs.slice(1).forEach((atMs, index) => {
          const before = toldMs[index] ?? 0;
          const hasEnded = changes.some((change) => change.atMs > before && change.atMs < atMs);
          if (!hasEnded) expect(atMs - before).toBeGreaterThanOrEqual(300_000);
        });
        expect(trace(steps, true).toldMs).toEqual([]);
        expect(trace(steps, true).changes).toEqual(changes);
      }),
    );
  });
});
