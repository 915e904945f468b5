import { describe, expect, it, test } from 'vitest';
import { applyCommand } from '../../../src/core/drawing/drawing-command.ts';
import { faultOf, faultsIn } from '../../../src/core/drawing/shape-faults.ts';
import { pictureSheet } from '../../../src/core/drawing/sheet.ts';
import { aDraft, aDrawing } from '../../builders/drawing.ts';

const SHEET = pictureSheet(16 / 9);

describe('what is wrong with a shape', () => {
  test.each([
    [
      'a bow tie',
      aDraft('zone', [
        [0.1, 0.1],
        [0.5, 0.5],
        [0.5, 0.1],
        [0.1, 0.5],
      ]),
      'crosses-itself',
    ],
    [
      'a corner that lies on another side',
      aDraft('zone', [
        [0, 0],
        [0.8, 0],
        [0.8, 0.5],
        [0.4, 0],
        [0, 0.5],
      ]),
      'crosses-itself',
    ],
    [
      'a line straight back over itself',
      aDraft(
        'line',
        [
          [0.1, 0.1],
          [0.6, 0.1],
          [0.3, 0.1],
        ],
        { inward: { x: 0, y: 1 } },
      ),
      'crosses-itself',
    ],
    [
      'two points at one place',
      aDraft(
        'line',
        [
          [0.1, 0.1],
          [0.1, 0.1],
          [0.6, 0.1],
        ],
        { inward: { x: 0, y: 1 } },
      ),
      'same-point',
    ],
    [
      'a sliver',
      aDraft('zone', [
        [0.1, 0.1],
        [0.5, 0.1],
        [0.3, 0.1001],
      ]),
      'too-small',
    ],
    [
      'a line as long as a hand',
      aDraft(
        'line',
        [
          [0.1, 0.1],
          [0.105, 0.1],
        ],
        { inward: { x: 0, y: 1 } },
      ),
      'too-small',
    ],
    [
      'an in side along the line',
      aDraft(
        'line',
        [
          [0.1, 0.5],
          [0.9, 0.5],
        ],
        { inward: { x: 1, y: 0 } },
      ),
      'no-side',
    ],
    [
      'a region that is too small',
      aDraft('region', [
        [0, 0],
        [1, 0],
        [1, 0.05],
        [0, 0.05],
      ]),
      'too-small',
    ],
    [
      'no name',
      aDraft(
        'line',
        [
          [0.1, 0.5],
          [0.9, 0.5],
        ],
        { inward: { x: 0, y: 1 }, name: ' ' },
      ),
      'no-name',
    ],
    [
      'a long name',
      aDraft(
        'zone',
        [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
        { name: 'x'.repeat(81) },
      ),
      'name-long',
    ],
    [
      'two points for a zone',
      aDraft('zone', [
        [0, 0],
        [1, 0],
      ]),
      'too-few-points',
    ],
    [
      'nothing: a mask without a name',
      aDraft(
        'mask',
        [
          [0, 0],
          [1, 0],
          [1, 1],
        ],
        { name: '' },
      ),
      null,
    ],
    [
      'nothing: a bent line',
      aDraft(
        'line',
        [
          [0.1, 0.5],
          [0.5, 0.6],
          [0.9, 0.5],
        ],
        { inward: { x: 0, y: 1 } },
      ),
      null,
    ],
  ])('%s', (_, shape, fault) => {
    expect(faultOf({ ...shape, key: 0 }, SHEET)).toBe(fault);
  });

  it('is told only of what was changed', () => {
    const before = aDrawing(
      aDraft('zone', [
        [0.1, 0.1],
        [0.5, 0.5],
        [0.5, 0.1],
        [0.1, 0.5],
      ]),
    );
    expect(faultsIn(before, { sheet: SHEET, before })).toEqual([]);
    const moved = applyCommand(before, { kind: 'move-shape', key: 0, by: { x: 0.1, y: 0 } }, SHEET);
    expect(faultsIn(moved, { sheet: SHEET, before })).toEqual([{ key: 0, fault: 'crosses-itself' }]);
  });
});
