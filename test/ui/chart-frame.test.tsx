import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { HistoryQuery, IntervalFigures } from '../../src/contracts/archive.ts';
import { messagesOf } from '../../src/ui/i18n/messages.ts';
import { aCamera, aSite } from '../state/builders.ts';
import { anInterval } from '../state/ports/memory-archive.ts';
import { openPage, type Page } from './page.tsx';

const HOUR_MS = 3_600_000;

/** Two hours, of which the first was counted. */
function aDay({ fromMs, toMs, intervalMinutes }: HistoryQuery): readonly IntervalFigures[] {
  const lines = [{ line: 2, in: 3, out: 1, inRaw: 3, outRaw: 1, parties: 3 }];
  if (intervalMinutes === 1440) return [anInterval({ fromMs, toMs, coverage: 1, lines })];
  return [anInterval({ fromMs: fromMs + 8 * HOUR_MS, toMs: fromMs + 9 * HOUR_MS, coverage: 1, lines })];
}

let copied: string[];

beforeEach(() => {
  copied = [];
  Object.defineProperty(navigator, 'clipboard', {
    configurable: true,
    value: {
      writeText: (text: string) => {
        copied.push(text);
        return Promise.resolve();
      },
    },
  });
});

afterEach(() => Reflect.deleteProperty(navigator, 'clipboard'));

const openHistory = (): Promise<Page> =>
  openPage({
    language: 'ja',
    view: 'history',
    site: aSite([aCamera({ zones: [] })]),
    prepare: ({ archive }) => {
      archive.days = aDay;
    },
  });

describe('the frame of a chart', () => {
  it('copies the figures of the table, a cell for each, and says so', async () => {
    const page = await openHistory();
    await page.click('button', '数値をコピーする：入店と退店');
    const [head, first] = copied[0]?.split('\r\n') ?? [];
    expect(head?.split('\t')[1]).toBe('入店数');
    expect(first?.split('\t').slice(0, 3)).toEqual(['08:00〜09:00', '3', '1']);
    expect(page.text()).toContain('表計算ソフトに貼り付けられます');
  });

  it('is an export: it is noted, and once there is a PIN it needs that of somebody who may export', async () => {
    const page = await openHistory();
    await page.click('button', '数値をコピーする：入店と退店');
    const copied = { chart: 'flow', form: 'figures', rows: 1 };
    expect(page.archive.copies).toMatchObject([copied]);
    const [{ fromMs, toMs } = { fromMs: 0, toMs: 0 }] = page.archive.copies;
    expect(toMs - fromMs).toBe(24 * HOUR_MS);
    await page.access.setPin('manager', '738291');
    page.access.signOut();
    await page.click('button', '数値をコピーする：入店と退店');
    expect(page.access.asked.value).toBe('export');
    await page.click('button', 'やめる');
    expect(page.text()).toContain(
      messagesOf('ja').problems['not-permitted']({ subject: null, detail: {} }).what,
    );
    expect(page.archive.copies).toHaveLength(1);
    await page.click('button', '数値をコピーする：入店と退店');
    await page.fill('PIN（暗証番号）', '738291');
    await page.click('button', '進む');
    expect(page.archive.copies).toMatchObject([copied, copied]);
  });

  it('copies figures of the sample under a line that says so', async () => {
    const page = await openPage({ language: 'ja', view: 'history' });
    page.archive.days = aDay;
    await page.click('button', '見本データを表示する');
    await page.click('button', '数値をコピーする：入店と退店');
    expect(copied[0]?.split('\r\n')[0]).toBe('見本データ（計測した数値ではありません）');
  });

  it('says when the browser refuses', async () => {
    const page = await openHistory();
    Object.assign(navigator.clipboard, { writeText: () => Promise.reject(new Error('no focus')) });
    await page.click('button', '数値をコピーする：入店と退店');
    expect(page.text()).toContain('ブラウザがコピーを許可しませんでした');
    expect(page.archive.copies).toEqual([]);
  });
});

describe('an image of a chart', () => {
  const source = readFileSync(join(import.meta.dirname, '../../src/ui/canvas/chart-image.ts'), 'utf8');
  const painters = ['paint-bars', 'paint-cells', 'paint-rows', 'chart-picture'].map((name) =>
    readFileSync(join(import.meta.dirname, `../../src/ui/canvas/${name}.ts`), 'utf8'),
  );

  it('is drawn from what JSON can hold, on a canvas of its own: no other picture can get in', () => {
    expect(source).toContain('JSON.parse(JSON.stringify({ picture, words, theme }))');
    for (const file of [source, ...painters]) {
      expect(file).not.toMatch(
        /drawImage|createPattern|putImageData|ImageBitmap|querySelector|getElement|HTMLCanvas/,
      );
    }
    expect(source.match(/createElement/g)).toHaveLength(1);
  });
});
