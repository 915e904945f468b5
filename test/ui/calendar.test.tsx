import { describe, expect, it, test } from 'vitest';
import type { HistoryQuery, IntervalFigures } from '../../src/contracts/archive.ts';
import type { OpeningCalendar } from '../../src/core/time/opening-hours.ts';
import { aCamera, aSite } from '../state/builders.ts';
import { anInterval } from '../state/ports/memory-archive.ts';
import { openPage, type Page } from './page.tsx';

const HOURS = { fromMinute: 600, toMinute: 1320 };
const calendar: OpeningCalendar = {
  week: [null, HOURS, HOURS, HOURS, HOURS, HOURS, HOURS],
  exceptions: [{ date: '2026-11-22', hours: { fromMinute: 1080, toMinute: 120 } }],
  holidays: true,
  notes: [{ date: '2026-11-23', text: '<b>冬のセール</b>' }],
};
const shop = { ...aSite([aCamera()]), calendar };

/** The store opens at ten and is counted from nine. */
function days({ fromMs, toMs, intervalMinutes }: HistoryQuery): readonly IntervalFigures[] {
  const ms = intervalMinutes * 60_000;
  const line = { line: 2, in: 1, out: 0, inRaw: 1, outRaw: 0, parties: 0 };
  const cameras = [{ camera: 1, measuredS: 3600, gapS: {}, framesAnalysed: 1 }];
  return Array.from({ length: (toMs - fromMs) / ms }, (_, index): IntervalFigures => {
    const range = { fromMs: fromMs + index * ms, toMs: fromMs + (index + 1) * ms };
    if (intervalMinutes === 1440) {
      const openTime = { measuredS: 1, openS: 2 };
      return anInterval({ ...range, status: 'partial', coverage: 0.5, openTime, lines: [line], cameras });
    }
    if (index < 9 || index > 12) {
      return anInterval({ ...range, status: 'closed', coverage: null, openTime: { measuredS: 0, openS: 0 } });
    }
    const isOpen = index >= 10;
    return anInterval({
      ...range,
      status: isOpen ? 'measured' : 'closed',
      coverage: isOpen ? 1 : null,
      openTime: { measuredS: isOpen ? 3600 : 0, openS: isOpen ? 3600 : 0 },
      lines: [line],
      cameras,
    });
  });
}

async function lookBack(language: 'ja' | 'en'): Promise<Page> {
  const page = await openPage({
    language,
    view: 'history',
    site: shop,
    prepare: ({ archive }) => {
      archive.days = days;
    },
  });
  await page.click('button', language === 'ja' ? '前の日' : 'Previous day');
  return page;
}

/** The table of holidays is a file of its own. */
async function holidaysCome(page: Page): Promise<void> {
  for (let turn = 0; turn < 100 && !/勤労感謝|Labor/.test(page.text()); turn += 1) {
    await new Promise((done) => setTimeout(done, 20));
    await page.wait(10);
  }
}

describe('a day with opening hours', () => {
  test('in a week: the pattern and the camera tell closed hours from gaps', async () => {
    const page = await lookBack('ja');
    await page.click('radio', '週');
    await page.wait(50);
    const pattern = page.get('region', '曜日と時間帯ごとの入店数');
    expect(pattern.querySelectorAll('[aria-label="営業時間外"]').length).toBeGreaterThan(0);
    expect(pattern.textContent).toContain('営業時間外と');
    expect(page.get('region', 'カメラごとの計測時間').textContent).toContain('営業中の欠測');
  });

  test.each([
    {
      language: 'ja',
      words: ['祝日 勤労感謝の日', '<b>冬のセール</b>', '営業時間 10:00〜22:00', '営業時間の計測率 50 %'],
      closed: '営業時間外',
      table: '表',
    },
    {
      language: 'en',
      words: [
        'Public holiday: Labor Thanksgiving Day',
        '<b>冬のセール</b>',
        'Open 10:00–22:00',
        '50 % of the opening hours measured',
      ],
      closed: 'closed',
      table: 'Table',
    },
  ] as const)('names them, in $language', async ({ language, words, closed, table }) => {
    const page = await lookBack(language);
    await holidaysCome(page);
    for (const word of words) expect(page.text()).toContain(word);
    await page.click('radio', table);
    const rows = [...document.querySelectorAll('tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    );
    const first = rows.find(([name]) => name?.startsWith('09:00'));
    // Counted before opening: in the figures, and named as closed.
    expect(first?.[1]).toBe('1');
    expect(first?.at(-1)).toBe(closed);
    expect(rows.find(([name]) => name?.startsWith('08:00'))?.[1]).toBe('–');
  });

  it('says closing after midnight and closed days', async () => {
    const page = await lookBack('ja');
    await page.click('button', '前の日');
    expect(page.text()).toContain('営業時間 18:00〜翌02:00');
    for (let day = 0; day < 7; day += 1) await page.click('button', '前の日');
    expect(page.text()).toContain('休業日');
  });

  it('marks holidays and notes in a week', async () => {
    const page = await lookBack('ja');
    await page.click('radio', '週');
    await holidaysCome(page);
    await page.click('radio', '表');
    expect(page.text()).toContain('11月23日（月）  祝日 勤労感謝の日・<b>冬のセール</b>');
  });
});

describe('the form of the calendar', () => {
  test.each([
    { language: 'ja', form: '営業時間とカレンダー', save: '保存する', saved: '保存しました。' },
    { language: 'en', form: 'Opening hours and calendar', save: 'Save', saved: 'Saved.' },
  ] as const)('saves what is typed, in $language', async ({ language, form, save, saved }) => {
    const page = await openPage({ language, view: 'settings', site: aSite([aCamera()]) });
    const ja = language === 'ja';
    await page.fill(ja ? '月曜日の開店' : 'Monday: opens', '10:00');
    await page.fill(ja ? '月曜日の閉店' : 'Monday: closes', '２：００');
    await page.click('button', ja ? '月曜日の時間を全曜日に入れる' : 'Use Monday’s hours every day');
    await page.fill(ja ? '日曜日の開店' : 'Sunday: opens', '');
    await page.fill(ja ? '日曜日の閉店' : 'Sunday: closes', '');
    await page.click('button', ja ? 'メモを追加する' : 'Add a note');
    await page.fill(ja ? '日付' : 'Date', '2026-11-24');
    await page.fill(ja ? 'メモの内容' : 'Note', '雨');
    await page.click('button', ja ? '日を追加する' : 'Add a day');
    await page.fill(ja ? '日付' : 'Date', '2026-12-31');
    await page.click(
      'switch',
      ja ? '日付の横に日本の祝日を表示する' : 'Show public holidays of Japan beside the dates',
    );
    await page.clickIn(form, 'button', save);
    const hours = { fromMinute: 600, toMinute: 120 };
    expect(page.archive.site?.calendar).toEqual({
      week: [null, hours, hours, hours, hours, hours, hours],
      exceptions: [{ date: '2026-12-31', hours: null }],
      holidays: true,
      notes: [{ date: '2026-11-24', text: '雨' }],
    });
    expect(page.text()).toContain(saved);
  });

  test.each([
    ['月曜日の開店', '25:00', '10:00 のように入力してください。'],
    ['月曜日の開店', '10:00', '開店と閉店の両方を入力するか、両方とも空欄にしてください。'],
  ])('refuses %s %s with one sentence', async (field, typed, sentence) => {
    const page = await openPage({ view: 'settings', site: aSite([aCamera()]) });
    await page.fill(field, typed);
    expect(page.get('alert', sentence)).toBeTruthy();
    await page.clickIn('営業時間とカレンダー', 'button', '保存する');
    expect(page.archive.site?.calendar).toBeUndefined();
  });

  it('refuses a long note, a missing date and exceptions without a week', async () => {
    const page = await openPage({ view: 'settings', site: aSite([aCamera()]) });
    await page.click('button', 'メモを追加する');
    await page.fill('メモの内容', 'あ'.repeat(81));
    expect(page.get('alert', '80文字以内で書いてください。')).toBeTruthy();
    expect(page.get('alert', '日付を選んでください。')).toBeTruthy();
    await page.click('button', 'メモ 1: 削除する');
    await page.click('button', '日を追加する');
    await page.fill('日付', '2026-12-31');
    expect(page.get('alert', '先に曜日ごとの営業時間を入力してください。')).toBeTruthy();
  });
});
