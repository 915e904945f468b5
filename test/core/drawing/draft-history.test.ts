import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advance, beginHistory, endGesture, redo, undo } from '../../../src/core/drawing/draft-history.ts';
import { applyCommand } from '../../../src/core/drawing/drawing-command.ts';
import type { Drawing } from '../../../src/core/drawing/draft-shape.ts';
import { pictureSheet } from '../../../src/core/drawing/sheet.ts';
import { anyCommand } from '../../builders/drawing.ts';

const SHEET = pictureSheet(16 / 9);
const NOTHING: Drawing<'image'> = { shapes: [], nextKey: 0 };

describe('the history', () => {
  it('gives the start back after any commands, and the end again', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(anyCommand, fc.boolean()), { maxLength: 60 }), (steps) => {
        const start = beginHistory(NOTHING);
        const end = steps.reduce((history, [command, isGesture]) => {
          const next = applyCommand(history.present, command, SHEET);
          return advance(history, next, isGesture ? 'drag' : null);
        }, start);
        let back = end;
        for (let n = 0; n <= steps.length; n += 1) back = undo(back);
        expect(back.present).toBe(NOTHING);
        for (let n = 0; n <= steps.length; n += 1) back = redo(back);
        expect(back.present).toBe(end.present);
      }),
    );
  });

  it('takes a gesture as one step', () => {
    const dragged = [1, 2, 3].reduce((history, value) => advance(history, value, 'drag'), beginHistory(0));
    expect(undo(dragged).present).toBe(0);
    const again = advance(endGesture(dragged), 4, 'drag');
    expect(undo(again).present).toBe(3);
  });

  it('forgets what was undone as soon as something else is done', () => {
    const branched = advance(undo(advance(beginHistory('a'), 'b')), 'c');
    expect(redo(branched).present).toBe('c');
    expect(undo(branched).present).toBe('a');
  });
});
