import { describe, expect, it, test } from 'vitest';
import type { HistoryQuery, IntervalFigures } from '../../src/contracts/archive.ts';
import type { RatioEstimate } from '../../src/core/accuracy-check/ratio-estimate.ts';
import type { CountedWith } from '../../src/core/measures/counted-with.ts';
import { aCamera, aLine, aSite, aZone } from '../state/builders.ts';
import { anInterval } from '../state/ports/memory-archive.ts';
import { openPage, type Page } from './page.tsx';

const HOUR_MS = 3_600_000;
const site = aSite([
  aCamera({ lines: [aLine(), aLine({ id: 5, kind: 'outside' })], zones: [aZone({ name: '奥の棚' })] }),
]);
const check: RatioEstimate = { ratio: 1, variance: 0.012 ** 2, degrees: 20, manual: 400 };
const checks = {
  lines: [2, 5].map((line) => ({ line, in: check, out: check, checkedAtMs: Date.UTC(2026, 10, 20, 3) })),
  configIds: [1],
};
/** 24 November, Tokyo. */
const TODAY_MS = Date.UTC(2026, 10, 23, 15);

/** An hour that was measured, with so many people; today it is 9 to 10. */
function anHour(fromMs: number, entered: number, configId: number): IntervalFigures {
  const raw = { inRaw: 0, outRaw: 0, parties: 0 };
  return anInterval({
    fromMs,
    toMs: fromMs + HOUR_MS,
    coverage: 1,
    cameras: [{ camera: 1, measuredS: 3600, gapS: {}, framesAnalysed: 1 }],
    lines: [
      { line: 2, in: entered, out: 500, ...raw },
      { line: 5, in: 2000, out: 2000, ...raw },
    ],
    zones: [
      {
        zone: 3,
        suppressed: false,
        measuredS: 3600,
        lostS: 0,
        visits: 40,
        dwellBands: [0, 0, 40, 0, 0, 0, 0, 0, 0],
        dwellMedianS: 22,
        dwellP90S: 28,
        personSeconds: 900,
        occupancyMax: 4,
      },
    ],
    configIds: [configId],
  });
}

const days =
  (before: { readonly entered: number; readonly configId?: number } | null) =>
  ({ fromMs, intervalMinutes }: HistoryQuery): readonly IntervalFigures[] => {
    const isToday = fromMs === TODAY_MS;
    if (!isToday && !before) return [];
    const hour = isToday
      ? anHour(fromMs + 9 * HOUR_MS, 500, 1)
      : anHour(fromMs + 9 * HOUR_MS, before?.entered ?? 0, before?.configId ?? 1);
    return intervalMinutes === 1440 ? [{ ...hour, status: 'open' }] : [hour];
  };

const openCompared = (
  before: Parameters<typeof days>[0],
  given: { readonly language?: 'ja' | 'en'; readonly checked?: boolean } = {},
): Promise<Page> =>
  openPage({
    language: given.language ?? 'ja',
    view: 'history',
    site,
    prepare: ({ archive }) => {
      archive.days = days(before);
      if (given.checked !== false) archive.periodChecks = checks;
      const one: CountedWith = {
        configId: 1,
        ruleVersion: 1,
        modelSha256: '',
        linesSha256: '',
        zonesSha256: '',
      };
      archive.countedWith = [one, { ...one, configId: 2, linesSha256: 'moved' }];
    },
  });

const rowsOf = (page: Page, table = '2つの期間の数値'): string[][] =>
  [...page.get('region', table).querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );

describe('the history beside an earlier time', () => {
  it('shows each figure with its error, the difference with its interval, and what it says', async () => {
    const page = await openCompared({ entered: 400 });
    const [head, entered, left, passed, rate, visits, dwell] = rowsOf(page);
    expect(head).toEqual(['項目', '11月24日（火）', '11月17日（火）', '差', '差の幅（95 %）', '判定']);
    expect(entered?.[0]).toBe('入店数');
    expect(entered?.[1]).toMatch(/^500±\d+$/);
    expect(entered?.[2]).toMatch(/^400±\d+$/);
    expect(entered?.[3]).toBe('+100（+25.0 %）');
    expect(entered?.[4]).toMatch(/^\+[\d.]+ %〜\+[\d.]+ %$/);
    expect(entered?.[5]).toBe('増えています');
    expect(left?.slice(3)).toEqual([
      '0（0.0 %）',
      expect.stringMatching(/^−.*〜\+/),
      '誤差の範囲：差があるとは言えません',
    ]);
    expect(passed?.[0]).toBe('店前通行量');
    expect(rate?.slice(0, 1)).toEqual(['入店率']);
    expect(rate?.[3]).toBe('+2.0ポイント');
    expect(visits).toEqual([
      '奥の棚：滞在回数',
      '40',
      '40',
      '0（0.0 %）',
      '–',
      '誤差は未確認：判断できません',
    ]);
    expect(dwell?.[0]).toBe('奥の棚：滞在時間（中央値）');
    expect(page.text()).toContain('両方で計測できた1時間どうしを比べています。');
  });

  test.each([
    { language: 'ja', said: '誤差は未確認：判断できません', table: '2つの期間の数値' },
    { language: 'en', said: 'Error not known: cannot be told', table: 'Both periods side by side' },
  ] as const)('claims nothing without a check, in $language', async ({ language, said, table }) => {
    const page = await openCompared({ entered: 100 }, { language, checked: false });
    expect(
      rowsOf(page, table)
        .slice(1)
        .every((row) => row.at(-1) === said),
    ).toBe(true);
  });

  it('marks a break where a line was moved, and says what may have come of it', async () => {
    const page = await openCompared({ entered: 400, configId: 2 });
    expect(page.all('note').map(({ textContent }) => textContent)).toEqual([
      expect.stringContaining('計測ライン（マスク・検出範囲を含む）が変わりました'),
    ]);
    expect(rowsOf(page)[1]?.at(-1)).toBe('測り方が違うため比べられません');
  });

  it('teaches when there is nothing to compare with, and lets another day be chosen', async () => {
    const page = await openCompared(null);
    expect(page.text()).toContain('11月17日（火）と両方で計測できた時間がないため、まだ比べられません。');
    expect(page.text()).toContain('1週間後には前週の同じ曜日と比べられます');
    await page.click('radio', '前の日');
    expect(page.text()).toContain('11月23日（月）と両方で計測できた時間がない');
  });

  it('compares a week, and any two ranges', async () => {
    const page = await openCompared({ entered: 400 });
    await page.click('radio', 'この週');
    expect(page.text()).toContain('11月16日（月）〜11月22日（日）');
    await page.click('radio', '前年の同じ週');
    expect(page.text()).toContain('11月24日（月）〜11月30日（日）');
  });
});

test('the totals of a day carry their error and when it was checked', async () => {
  const page = await openCompared({ entered: 400 });
  expect(page.get('group', '入店数').textContent).toMatch(/誤差 ±\d+、照合 11月20日（金）/);
  expect(page.get('group', '入店率').textContent).toMatch(/誤差 ±[\d.]+ポイント/);
  const unchecked = await openCompared({ entered: 400 }, { checked: false });
  expect(unchecked.get('group', '退店数').textContent).toContain('誤差は未確認');
});
