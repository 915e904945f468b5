import {
  boxAround,
  isBox,
  leastToMake,
  type DraftShape,
  type ShapeForm,
} from '../../core/drawing/draft-shape.ts';
import type { Sheet } from '../../core/drawing/sheet.ts';
import type { Point } from '../../core/geometry/point.ts';
import type { DrawingNews, Making } from '../../state/drawing-store.ts';
import type { Text } from '../i18n/error-text.ts';

/** What a shape is called: its own name, or that of its form. */
export function nameOfShape({ form, name }: Pick<DraftShape<string>, 'form' | 'name'>, { m }: Text): string {
  return name.trim() === '' ? m.drawing.forms[form] : name;
}

/** A shape for those who do not see it. */
export function shapeLabel({ form, name, points }: DraftShape<string>, sheet: Sheet, text: Text): string {
  const { m } = text;
  const [first] = points;
  if (form === 'fixture' && first) {
    return m.drawing.boxLabel(m.drawing.forms[form], placeText(first, sheet, text), sizeText(points, text));
  }
  return m.drawing.shapeLabel(m.drawing.forms[form], name, points.length);
}

/** Where a point lies: in percent of a picture, in metres of a plan. */
export function placeText({ x, y }: Point<string>, sheet: Sheet, { m, f }: Text): string {
  return sheet.unit === 'share'
    ? m.drawing.place(`${f.decimal(x * 100)} %`, `${f.decimal(y * 100)} %`)
    : m.drawing.placeM(f.decimal(x), f.decimal(y));
}

/** Width and depth of what lies on a plan. */
export function sizeText(points: readonly Point<string>[], { m, f }: Pick<Text, 'm' | 'f'>): string {
  const { left, top, right, bottom } = boxAround(points);
  return m.drawing.sizeM(f.decimal(right - left), f.decimal(bottom - top));
}

/** How large what is being drawn on a plan is, from its last point to the cursor; null where there is nothing to say. */
export function measureText(
  { template: { form }, points, cursor }: Making<string>,
  { unit }: Sheet,
  text: Text,
): string | null {
  const last = points.at(-1);
  if (unit === 'share' || !last) return null;
  if (isBox(form)) return sizeText([last, cursor], text);
  return text.m.drawing.lengthM(text.f.decimal(Math.hypot(cursor.x - last.x, cursor.y - last.y)));
}

/** What has just happened, for the live region. */
export function newsText(news: DrawingNews<string> | null, sheet: Sheet, text: Text): string {
  const words = text.m.drawing.news;
  switch (news?.kind) {
    case undefined:
      return '';
    case 'cursor':
    case 'placed':
    case 'moved':
      return words[news.kind](news.number, placeText(news.at, sheet, text));
    case 'too-few':
      return words.tooFew(leastToMake(news.form));
    case 'begun':
    case 'finished':
    case 'removed':
    case 'point-removed':
    case 'cancelled':
    case 'undone':
    case 'redone':
    case 'flipped':
      return words[news.kind];
  }
}

/** How one finishes a shape that is being drawn. */
export function makingHint(form: ShapeForm, { m }: Text): string {
  const hints = m.drawing.hintMaking;
  return form === 'line' || form === 'fixture' || form === 'wall' ? hints[form] : hints.zone;
}
