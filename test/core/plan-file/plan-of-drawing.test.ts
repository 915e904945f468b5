import { describe, expect, test } from 'vitest';
import { planOfDrawing, type FittedPlan } from '../../../src/core/plan-file/plan-of-drawing.ts';
import { readSvgPlan } from '../../../src/core/plan-file/read-svg-plan.ts';

function fitted(inner: string, widthM: number): FittedPlan {
  const read = readSvgPlan(`<svg>${inner}</svg>`);
  if (!read.ok) throw new Error(read.reason);
  return planOfDrawing(read.drawing, widthM);
}

test('the operator says the width, the depth follows', () => {
  const room = '<rect x="50" y="50" width="1200" height="800"/><line x1="50" y1="450" x2="650" y2="450"/>';
  expect(fitted(room, 12)).toEqual({
    ok: true,
    plan: {
      widthM: 12,
      depthM: 8,
      fixtures: [],
      outlines: [
        {
          points: [
            { x: 0, y: 0 },
            { x: 12, y: 0 },
            { x: 12, y: 8 },
            { x: 0, y: 8 },
          ],
          isClosed: true,
        },
        {
          points: [
            { x: 0, y: 4 },
            { x: 6, y: 4 },
          ],
          isClosed: false,
        },
      ],
    },
  });
});

test('a curve keeps as many points as it needs: none is farther off than a centimetre', () => {
  const plan = fitted('<circle r="100"/>', 1);
  const points = plan.ok ? (plan.plan.outlines[0]?.points ?? []) : [];
  expect(points.length).toBeGreaterThan(12);
  expect(points.length).toBeLessThan(48);
  for (const { x, y } of points) expect(Math.abs(Math.hypot(x - 0.5, y - 0.5) - 0.5)).toBeLessThan(0.01);
});

test('points on a straight line and specks are left away; a line that comes back to its beginning is closed', () => {
  const plan = fitted('<path d="M0 0H1H2H3V1L3 2H0V0"/><path d="M1 1l.0001 0l0 .0001z"/>', 3);
  expect(plan.ok && plan.plan.outlines).toMatchObject([{ isClosed: true, points: { length: 4 } }]);
});

describe('a drawing that makes no plan', () => {
  const line = '<path d="M0 0l100 100"/>';
  test.each<[string, string, readonly [number, string]]>([
    ['no width', line, [Number.NaN, 'width']],
    ['wider than any shop', line, [300, 'width']],
    ['a strip', '<path d="M0 0l1000 1"/>', [100, 'depth']],
    ['a tower', '<path d="M0 0l1 1000"/>', [10, 'depth']],
    ['hatching', line + '<line x2="50" y2="9"/>'.repeat(500), [10, 'too-many-shapes']],
    [
      'a scribble',
      `<polyline points="${Array.from({ length: 600 }, (_, n) => `${n},${(n % 2) * 300}`).join(' ')}"/>`,
      [10, 'too-detailed'],
    ],
  ])('%s', (_, inner, [widthM, problem]) => {
    expect(fitted(inner, widthM)).toEqual({ ok: false, problem });
  });
});
