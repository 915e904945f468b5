import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { seesKnownPeople } from '../../../src/core/detection/judge-known-frame.ts';
import { drawKnownFrame, KNOWN_PEOPLE_DRAWN } from '../../../src/core/detection/known-frame.ts';
import { KNOWN_PEOPLE } from '../../../src/core/detection/known-people.ts';
import type { KeptBox } from '../../../src/core/detection/suppress.ts';

const CARD = 'nanodet-416x256';
const known = KNOWN_PEOPLE[CARD] ?? [];

function changed(change: (person: KeptBox) => KeptBox): readonly KeptBox[] {
  return known.map((person, at) => (at === 1 ? change(person) : person));
}

test('the known frame is the same bytes on every machine', () => {
  const frame = drawKnownFrame({ width: 416, height: 256 });
  expect(createHash('sha256').update(frame).digest('hex')).toBe(
    'af3fb1248483e6516543acef175ceb521f097d63fda9189c38a57ec528e66afc',
  );
});

test.each(Object.entries(KNOWN_PEOPLE))('%s sees everybody who is drawn', (_card, people) => {
  expect(people).toHaveLength(KNOWN_PEOPLE_DRAWN);
});

describe('an answer', () => {
  test('is right when it is the known one, by whatever variant', () => {
    expect(seesKnownPeople(CARD, known)).toBe(true);
    expect(seesKnownPeople('nanodet-f16-416x256', known)).toBe(true);
  });

  test('may be off by a rounding', () => {
    const off = changed(({ box, score }) => ({
      box: { ...box, left: box.left + 0.9 },
      score: score - 0.015,
    }));
    expect(seesKnownPeople(CARD, [...off].reverse())).toBe(true);
  });

  test.each<[string, readonly KeptBox[]]>([
    ['nobody', []],
    ['one less', known.slice(1)],
    ['one more', [...known, { box: { left: 0, top: 0, right: 50, bottom: 90 }, score: 0.6 }]],
    ['a box elsewhere', changed(({ box, score }) => ({ box: { ...box, top: box.top - 2 }, score }))],
    ['another score', changed(({ box, score }) => ({ box, score: score - 0.05 }))],
    ['no number', changed(({ box }) => ({ box, score: NaN }))],
  ])('with %s is wrong', (_name, seen) => {
    expect(seesKnownPeople(CARD, seen)).toBe(false);
  });

  test('of a card that nothing is known of is not trusted', () => {
    expect(seesKnownPeople('other-416x256', known)).toBe(false);
  });
});
