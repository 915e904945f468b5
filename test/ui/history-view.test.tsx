import { describe, expect, it, test } from 'vitest';
import type { HistoryQuery, IntervalFigures } from '../../src/contracts/archive.ts';
import { aCamera, aLine, aSite, aZone } from '../state/builders.ts';
import { anInterval } from '../state/ports/memory-archive.ts';
import { openPage, type Page } from './page.tsx';

const HOUR_MS = 3_600_000;
const zones = [aZone({ name: '奥の棚' }), aZone({ id: 4, name: 'レジ待ち', kind: 'queue' })];
const detail = { suppressed: false, measuredS: 3600, lostS: 0, personSeconds: 900, occupancyMax: 4 };

/** Midnight to 10:00: nothing until 8, a gap at 8, counted at 9, and 10 is under way. */
function aDay({ fromMs, toMs, intervalMinutes }: HistoryQuery): readonly IntervalFigures[] {
  const line = { line: 2, inRaw: 0, outRaw: 0, parties: 0 };
  if (intervalMinutes === 1440) {
    return [
      anInterval({
        fromMs,
        toMs,
        status: 'open',
        coverage: 0.5,
        lines: [{ ...line, in: 30, out: 20 }],
        cameras: [{ camera: 1, measuredS: 1, gapS: { 'camera-problem': 3600 }, framesAnalysed: 1 }],
        zones: [
          {
            ...detail,
            zone: 3,
            visits: 12,
            dwellBands: [1, 2, 3, 3, 2, 1, 0, 0, 0],
            dwellMedianS: 32,
            dwellP90S: 130,
          },
          {
            ...detail,
            zone: 4,
            suppressed: true,
            visits: null,
            dwellBands: null,
            dwellMedianS: null,
            dwellP90S: null,
            personSeconds: null,
            occupancyMax: null,
          },
        ],
      }),
    ];
  }
  return Array.from({ length: 24 }, (_, hour) => {
    const range = { fromMs: fromMs + hour * HOUR_MS, toMs: fromMs + (hour + 1) * HOUR_MS };
    if (hour === 9) return anInterval({ ...range, coverage: 1, lines: [{ ...line, in: 30, out: 20 }] });
    if (hour === 10)
      return anInterval({ ...range, coverage: 1, status: 'open', lines: [{ ...line, in: 2, out: 1 }] });
    return anInterval({ ...range, coverage: hour < 10 ? 0 : null, status: hour < 10 ? 'gap' : 'open' });
  });
}

const openHistory = (language: 'ja' | 'en' = 'ja', days: typeof aDay = aDay): Promise<Page> =>
  openPage({
    language,
    view: 'history',
    site: aSite([aCamera({ zones })]),
    prepare: ({ archive }) => {
      archive.days = days;
    },
  });

const rowsOf = (page: Page, table: string): string[][] =>
  [...page.get('region', table).querySelectorAll('tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent),
  );

describe('looking back', () => {
  test.each([
    { language: 'ja', day: '11月24日（火）', tile: '入店数', total: '30人' },
    { language: 'en', day: 'Tue 24 Nov', tile: 'In', total: '30people' },
  ] as const)('begins with today, in $language', async ({ language, day, tile, total }) => {
    const page = await openHistory(language);
    expect(page.text()).toContain(day);
    expect(page.get('group', tile).textContent).toContain(total);
  });

  it('holds the same figures in a table: a gap is not zero, the present hour is marked', async () => {
    const page = await openHistory();
    await page.click('radio', '表');
    expect(rowsOf(page, '入店と退店')).toEqual([
      ['時刻', '入店数', '退店数', '店前通行量', '入店率', '店内人数（終わり）', '計測率', '状態'],
      ['08:00〜09:00', '–', '–', '–', '–', '–', '0 %', '欠測'],
      ['09:00〜10:00', '30', '20', '0', '–', '–', '100 %', '計測済み'],
      ['10:00〜11:00', '2', '1', '0', '–', '–', '100 %', '計測中'],
      ['11:00〜12:00', '–', '–', '–', '–', '–', '–', '–'],
      ['1日', '30', '20', '0', '–', '–', '50 %', '計測中'],
    ]);
  });

  it('shows stays by area, and nothing of few people', async () => {
    const page = await openHistory();
    const [queue, shelf] = page
      .all('listitem')
      .filter(({ textContent }) => /^(レジ待ち|奥の棚)/.test(textContent));
    expect(queue?.textContent).toBe('レジ待ち少人数のため表示しません');
    expect(shelf?.textContent).toBe('奥の棚滞在回数12滞在時間（中央値）32秒9割がこの時間まで2分10秒');
  });

  it('explains each number and what the day left out', async () => {
    const page = await openHistory();
    expect(page.text()).toContain('この日は50 %です');
    expect(page.text()).toContain('欠測の内訳（全カメラの合計）：カメラの不具合 1時間');
  });

  it('goes a day back and comes back to today', async () => {
    const page = await openHistory();
    await page.click('button', '前の日');
    expect(page.text()).toContain('11月23日（月）');
    await page.click('button', '今日');
    expect(page.text()).toContain('11月24日（火）');
    expect(page.get('button', '次の日').hasAttribute('disabled')).toBe(true);
  });

  it('teaches when there is nothing yet', async () => {
    const page = await openHistory('ja', () => []);
    expect(page.get('heading', 'この日の記録はありません。')).toBeTruthy();
    expect(page.text()).toContain('15分ほどでここに出ます');
  });

  it('helps when the figures cannot be read', async () => {
    const page = await openHistory();
    page.archive.problems.history = 'storage-unavailable';
    await page.click('button', '前の日');
    expect(page.get('heading', '記録を読み出せませんでした。')).toBeTruthy();
    delete page.archive.problems.history;
    await page.click('button', 'もう一度読み込む');
    expect(page.find('heading', '記録を読み出せませんでした。')).toBeNull();
  });
});

it('the table says the capture rate of each hour', async () => {
  const line = { inRaw: 0, outRaw: 0, parties: 0 };
  const lines = [
    { ...line, line: 2, in: 30, out: 20 },
    { ...line, line: 9, in: 40, out: 50 },
  ];
  const page = await openPage({
    view: 'history',
    site: aSite([
      aCamera({ lines: [aLine(), aLine({ id: 9, name: 'Street', kind: 'outside' })], zones: [] }),
    ]),
    prepare: ({ archive }) => {
      archive.days = ({ fromMs }) => [
        anInterval({ fromMs: fromMs + 9 * HOUR_MS, toMs: fromMs + 10 * HOUR_MS, coverage: 1, lines }),
      ];
    },
  });
  await page.click('radio', '表');
  expect(rowsOf(page, '入店と退店')[1]?.slice(0, 5)).toEqual(['09:00〜10:00', '30', '20', '90', '25 %']);
});

describe('why a number is as it is', () => {
  it('says that a line was not checked', async () => {
    const never = await openHistory();
    expect(never.text()).toContain('Door：いまの設定では実測照合をしていないため、誤差はわかりません。');
  });

  it('says when a line was checked last', async () => {
    const checked = await openPage({
      language: 'en',
      view: 'history',
      site: aSite([aCamera({ zones })]),
      prepare: ({ archive }) => {
        archive.days = aDay;
        archive.periodChecks = {
          lines: [{ line: 2, in: null, out: null, checkedAtMs: Date.parse('2026-11-07T12:00:00+09:00') }],
          configIds: [1],
        };
      },
    });
    expect(checked.text()).toContain('Door: last accuracy check on Sat 7 Nov.');
  });
});

describe('an export', () => {
  it('asks who gets it and why before anything is written', async () => {
    const page = await openHistory();
    await page.click('button', 'CSVに書き出す');
    await page.click('button', '書き出す');
    expect(page.archive.exports).toEqual([]);
    expect(page.all('alert').map(({ textContent }) => textContent)).toEqual([
      '入力してください。',
      '入力してください。',
    ]);
  });

  it('is bounded', async () => {
    const page = await openHistory();
    await page.click('button', 'CSVに書き出す');
    await page.fill('渡す相手', 'あ'.repeat(201));
    expect(page.all('alert').map(({ textContent }) => textContent)).toEqual([
      '200文字以内で入力してください。',
    ]);
  });

  it('refuses a range that ends before it begins', async () => {
    const page = await openHistory();
    await page.click('button', 'CSVに書き出す');
    await page.fill('終了日', '2026-11-01');
    expect(page.text()).toContain('終了日は開始日以後にしてください。');
  });

  it('is written and named', async () => {
    const page = await openHistory();
    await page.click('button', 'CSVに書き出す');
    await page.fill('渡す相手', '本部 営業企画');
    await page.fill('使いみち', '週次の報告');
    await page.click('radio', '社外向け（60分ごとから、5人単位に丸めます）');
    await page.click('button', '書き出す');
    expect(page.archive.exports).toMatchObject([
      { recipient: '本部 営業企画', purpose: '週次の報告', profile: 'third-party', intervalMinutes: 60 },
    ]);
    expect(page.platform.downloads).toHaveLength(1);
    expect(page.get('status', '書き出しました：kazoe.csv')).toBeTruthy();
  });
});

test('a month is shown by day with the pattern of its weekdays, a gap as such and a break by its day', async () => {
  const monthly = ({ fromMs, toMs, intervalMinutes }: HistoryQuery): readonly IntervalFigures[] => {
    const lengthMs = intervalMinutes * 60_000;
    return Array.from({ length: (toMs - fromMs) / lengthMs }, (_, index) => {
      const atMs = fromMs + index * lengthMs;
      const isGap = atMs < fromMs + 24 * HOUR_MS;
      const isBusy = new Date(atMs + 9 * HOUR_MS).getUTCHours() === 12 || intervalMinutes === 1440;
      const line = { line: 2, in: isBusy ? 7 : 0, out: 0, inRaw: 0, outRaw: 0, parties: 0 };
      return anInterval({
        fromMs: atMs,
        toMs: atMs + lengthMs,
        status: isGap ? 'gap' : 'measured',
        coverage: isGap ? 0 : 1,
        cameras: isGap ? [] : [{ camera: 1, measuredS: lengthMs / 1000, gapS: {}, framesAnalysed: 1 }],
        lines: isGap ? [] : [line],
        configIds: isGap ? [] : [atMs < Date.UTC(2026, 10, 10) ? 1 : 2],
      });
    });
  };
  const page = await openHistory('ja', monthly);
  await page.click('radio', '月');
  await page.wait(100);
  expect(page.text()).toContain('11月1日');
  expect(page.text()).toContain('11月30日');
  expect(page.get('region', '曜日と時間帯ごとの入店数').textContent).toContain('12時');
  expect(page.get('region', '曜日と時間帯ごとの入店数').textContent).toContain('7');
  expect(page.text()).toMatch(/◆ 11月1[01]日.*つながりません/);
});

test('a week is shown by hours where that is wanted, without the hours in which nobody was counted', async () => {
  const weekly = ({ fromMs, toMs, intervalMinutes }: HistoryQuery): readonly IntervalFigures[] => {
    const lengthMs = intervalMinutes * 60_000;
    return Array.from({ length: (toMs - fromMs) / lengthMs }, (_, index) => {
      const atMs = fromMs + index * lengthMs;
      const hour = new Date(atMs + 9 * HOUR_MS).getUTCHours();
      const isGap = intervalMinutes === 60 && hour === 12;
      const isBusy = intervalMinutes === 1440 || hour === 11 || hour === 13;
      const line = { line: 2, in: isBusy ? 7 : 0, out: 0, inRaw: 0, outRaw: 0, parties: 0 };
      return anInterval({
        fromMs: atMs,
        toMs: atMs + lengthMs,
        status: isGap ? 'gap' : 'measured',
        coverage: isGap ? 0 : 1,
        lines: isGap ? [] : [line],
      });
    });
  };
  const page = await openHistory('en', weekly);
  await page.click('radio', 'Week');
  await page.wait(100);
  await page.click('radio', 'Hours');
  await page.clickIn('In and out', 'radio', 'Table');
  const rows = rowsOf(page, 'In and out (table)').slice(1, -1);
  expect(rows).toHaveLength(21);
  expect(rows[0]?.slice(0, 2)).toEqual(['Mon 23 Nov 11:00 – 12:00', '7']);
  expect(rows[1]?.slice(0, 2)).toEqual(['Mon 23 Nov 12:00 – 13:00', '–']);
  expect(page.text()).toContain('Hours before the first and after the last in which anybody went in or out');
});
