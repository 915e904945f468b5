import { describe, expect, it, test } from 'vitest';
import { demoFloorPlan } from '../../src/core/simulation/demo-floor.ts';
import {
  formatCorners,
  formatPlan,
  parseCorners,
  parsePlan,
  type PlanText,
} from '../../src/state/floor-input.ts';

const TEXT: PlanText = { width: '10', depth: '8', fixtures: '1, 2, 3, 0.5\n9.9, 0, 0.1, 8' };

describe('a typed plan', () => {
  it('has its size and its rectangles', () => {
    expect(parsePlan(TEXT, [])).toMatchObject({
      ok: true,
      plan: { widthM: 10, depthM: 8, fixtures: [{ left: 1, top: 2, right: 4, bottom: 2.5 }, { right: 10 }] },
    });
  });

  it('comes back as it was written', () => {
    const read = parsePlan(TEXT, []);
    expect(read.ok && formatPlan(read.plan)).toEqual(TEXT);
    expect(parsePlan(formatPlan(demoFloorPlan()), []).ok).toBe(true);
    expect(formatPlan(null)).toEqual({ width: '', depth: '', fixtures: '' });
  });

  it('may be written on a Japanese keyboard', () => {
    expect(
      parsePlan({ width: '１０ｍ', depth: '８', fixtures: '１、２、３、０．５\n\n9.9 0 0.1 8' }, []),
    ).toEqual(parsePlan(TEXT, []));
  });

  test.each<[string, Partial<PlanText>, object]>([
    ['no width', { width: '' }, { kind: 'size', field: 'width' }],
    ['a depth of a kilometre', { depth: '1000' }, { kind: 'size', field: 'depth' }],
    ['a rectangle of three numbers', { fixtures: '1, 2, 3' }, { kind: 'row-invalid', row: 1 }],
    ['a rectangle without depth', { fixtures: '\n1, 2, 3, 0' }, { kind: 'row-invalid', row: 2 }],
    ['a shelf beyond the wall', { fixtures: '8, 2, 3, 1' }, { kind: 'row-outside', row: 1 }],
    ['too many of them', { fixtures: '1, 1, 1, 1\n'.repeat(101) }, { kind: 'too-many' }],
  ])('with %s is refused there', (_, change, error) => {
    expect(parsePlan({ ...TEXT, ...change }, [])).toEqual({ ok: false, error });
  });
});

describe('the typed corners of a zone', () => {
  it('are metres, and may lie before the plan’s corner', () => {
    const read = parseCorners('-1, 0\n2、0\n2 3');
    const corners = [
      { x: -1, y: 0 },
      { x: 2, y: 0 },
      { x: 2, y: 3 },
    ];
    expect(read).toEqual({ ok: true, corners });
    expect(formatCorners(corners)).toBe('-1, 0\n2, 0\n2, 3');
  });

  test.each([
    { name: 'two of them', text: '0, 0\n1, 1', error: { kind: 'too-few' } },
    { name: 'a word', text: '0, 0\nx, 1\n1, 1', error: { kind: 'row-invalid', row: 2 } },
    { name: 'a place far away', text: '0, 501\n1, 1\n2, 0', error: { kind: 'row-invalid', row: 1 } },
    { name: 'thirty-three', text: '1, 1\n'.repeat(33), error: { kind: 'too-many' } },
  ])('$name: refused', ({ text, error }) => {
    expect(parseCorners(text)).toEqual({ ok: false, error });
  });
});
