import { describe, expect, it, test } from 'vitest';
import type { LineAccuracy, PeriodChecks } from '../../src/contracts/accuracy.ts';
import { errorOf } from '../../src/core/accuracy-check/count-error.ts';
import { openPage, type Page } from './page.tsx';

const LINE = 2;
const PLACEMENT = {
  people: 40,
  crossings: 38,
  stops: 0,
  ends: 0.05,
  hidden: 0.02,
  angleDegrees: 80,
  height: 0.3,
  inputPixels: 256,
  shiftX: null,
  shiftY: null,
} as const;
const interval = { manualIn: 120, manualOut: 40, systemIn: 118, systemOut: 40 };
const intervals = [interval, { ...interval, systemIn: 119 }, interval];

function checked(given: Partial<LineAccuracy> = {}): LineAccuracy {
  return {
    line: LINE,
    checks: 1,
    in: errorOf(intervals, 'in'),
    out: errorOf(intervals, 'out'),
    checkedAtMs: Date.UTC(2026, 10, 20, 3, 0),
    expiresAtMs: Date.UTC(2027, 1, 18, 3, 0),
    expired: null,
    ...given,
  };
}

/** Checked on the way in alone: too few went out. */
const aboutDoor: PeriodChecks = {
  lines: [
    {
      line: LINE,
      in: errorOf(intervals, 'in').estimate,
      out: errorOf(intervals, 'out').estimate,
      checkedAtMs: Date.UTC(2026, 10, 20, 3, 0),
    },
  ],
  configIds: [1],
};

async function press(page: Page, key: string): Promise<void> {
  window.dispatchEvent(new KeyboardEvent('keydown', { key }));
  await page.wait(50);
}

describe('the accuracy view', () => {
  test.each([
    {
      language: 'ja',
      start: '「Door」で数えはじめる',
      region: '「Door」を照合中',
      end: '終えて比べる',
      inKey: '入店 +1',
      outKey: '退店 +1',
    },
    {
      language: 'en',
      start: 'Begin to count at “Door”',
      region: 'Counting at “Door”',
      end: 'End and compare',
      inKey: 'In +1',
      outKey: 'Out +1',
    },
  ] as const)('counts with two keys and compares, in $language', async (words) => {
    const page = await openPage({ language: words.language, view: 'accuracy' });
    await page.click('button', words.start);
    await press(page, 'ArrowRight');
    await press(page, 'i');
    await press(page, 'ArrowLeft');
    await page.click('button', words.inKey);
    expect(page.get('button', words.inKey).textContent).toContain('3');
    expect(page.get('button', words.outKey).textContent).toContain('1');
    await press(page, 'Backspace');
    expect(page.get('button', words.inKey).textContent).toContain('2');
    page.archive.lineAccuracy = [checked()];
    await page.click('button', words.end);
    await page.film(5000);
    expect(page.find('region', words.region)).toBeNull();
    expect(page.archive.checks[0]?.intervals[0]).toMatchObject({ manualIn: 2, manualOut: 1 });
    expect(page.all('table')).toHaveLength(1);
  });

  it('shows error, interval and verdict of each direction, and how long they hold', async () => {
    const page = await openPage({
      language: 'en',
      view: 'accuracy',
      prepare: ({ archive }) => (archive.lineAccuracy = [checked()]),
    });
    const table = page.all('table')[0]?.textContent ?? '';
    expect(table).toContain('In360355−1.4 %');
    expect(table).toContain('Within ±5 %');
    expect(table).toContain('Too few counted');
    expect(page.text()).toContain('1 session, latest Fri 20 Nov 12:00. Holds until Thu 18 Feb.');
  });

  it('says why an old check no longer holds', async () => {
    const page = await openPage({
      language: 'ja',
      view: 'accuracy',
      prepare: ({ archive }) => {
        archive.lineAccuracy = [
          checked({ checks: 0, checkedAtMs: null, expiresAtMs: null, expired: 'line-changed' }),
        ];
      },
    });
    expect(page.text()).toContain('前回の照合のあとにラインが変わりました');
  });

  it.each([
    {
      name: 'lies well',
      given: {},
      said: 'Nothing speaks against this place: 40 people seen near it lately.',
    },
    {
      name: 'lies where people stand',
      given: { stops: 0.4, shiftX: 0.05, shiftY: 0 },
      said: '40 % of the people stand on this line.',
    },
    {
      name: 'has seen few',
      given: { people: 4, crossings: 3 },
      said: 'Too few people yet: 3 crossings of 20',
    },
  ])('says whether a line that $name', async ({ given, said }) => {
    const page = await openPage({
      language: 'en',
      view: 'accuracy',
      prepare: ({ vision }) => (vision.placement = { ...PLACEMENT, ...given }),
    });
    await page.click('button', 'Check its place: “Door”');
    await page.wait(50);
    expect(page.text()).toContain(said);
    if ('shiftX' in given) expect(page.text()).toContain('moved by 5.0 % of the picture to the right');
  });

  it('leaves fast-forward to the machine', async () => {
    const page = await openPage({ language: 'ja', view: 'accuracy', site: null });
    await page.counting.setSpeed('fast-forward');
    await page.wait(50);
    expect(page.text()).toContain('早送りでは、目で数えられません');
  });
});

test('a headline figure carries the ± of its check', async () => {
  const page = await openPage({
    language: 'en',
    view: 'accuracy',
    prepare: ({ archive }) => (archive.periodChecks = aboutDoor),
  });
  await page.click('link', 'Now');
  window.dispatchEvent(new HashChangeEvent('hashchange'));
  await page.film(1500);
  expect(page.get('group', 'In').textContent).toMatch(/±\d+, last check Fri 20 Nov/);
  expect(page.get('group', 'Out').textContent).toContain('error not known');
  expect(page.get('group', 'Out').textContent).not.toContain('±');
});
