import { expect, test } from 'vitest';
import type { HeatMap, HeatQuery } from '../../src/contracts/archive.ts';
import type { Site } from '../../src/core/site/site.ts';
import { someMarks } from '../builders/floor-views.ts';
import { aCamera, aSite } from '../state/builders.ts';
import { anInterval } from '../state/ports/memory-archive.ts';
import { openPage, type Page } from './page.tsx';

/** A picture grid of four columns and two rows, person-seconds. */
const SHOWN: HeatMap = {
  heat: { columns: 4, rows: 2, floor: null, cells: [0, 0, 0, 0, 0, 7200, 90, 0] },
  measuredS: 36_000,
  lostS: 0,
  partS: 0,
  isCut: false,
};

async function openHistory(
  map: Partial<HeatMap>,
  { language = 'ja', site = aSite() }: { readonly language?: 'ja' | 'en'; readonly site?: Site } = {},
): Promise<Page & { readonly asked: HeatQuery[] }> {
  const asked: HeatQuery[] = [];
  const page = await openPage({
    language,
    site,
    view: 'history',
    prepare: ({ archive }) => {
      archive.days = ({ fromMs, toMs }) => [anInterval({ fromMs, toMs, coverage: 1 })];
      archive.heats = (query) => {
        asked.push(query);
        return { ...SHOWN, ...map };
      };
    },
  });
  await page.wait(31_000);
  return Object.assign(page, { asked });
}

test.each([
  { language: 'ja', name: /の滞在ヒートマップ。滞在がいちばん長い場所は.*延べ120分/ },
  { language: 'en', name: /^Heat map of .*Most time was spent here: .*120 person-minutes/ },
] as const)('the picture says in words what it shows ($language)', async ({ language, name }) => {
  const page = await openHistory({}, { language });
  expect(page.get('img', name)).toBeDefined();
});

test('the legend is in person-minutes, and says that few people are not shown', async () => {
  const page = await openHistory({});
  expect(page.text()).toContain('延べ滞在時間（全員の合計）');
  expect(page.text()).toContain('100〜200分（長い）');
  expect(page.text()).toContain('少人数のため非表示');
});

test('the table has the places with most time, most first', async () => {
  const page = await openHistory({});
  await page.clickIn('滞在ヒートマップ', 'radio', '表');
  const table = page.get('table', /滞在の長い場所/);
  const rows = [...table.querySelectorAll('tbody tr')].map((row) => row.textContent);
  expect(rows).toHaveLength(2);
  expect(rows[0]).toMatch(/1位.*画面の左から2列目・上から2段目.*120.*98 %/);
  expect(rows[1]).toMatch(/2位.*画面の左から3列目・上から2段目.*1\.5/);
});

test('nothing to show teaches when there will be', async () => {
  const page = await openHistory({ heat: null, measuredS: 0 });
  expect(page.text()).toContain('まだ表示できる場所がありません');
  expect(page.text()).toContain('5人以上');
});

test('time whose detail was lost, and records on another grid, are told', async () => {
  const page = await openHistory({ lostS: 5400, isCut: true });
  expect(page.text()).toContain('計測時間のうち1時間30分は');
  expect(page.text()).toContain('マス目が違うため含めていません');
});

test('it is of the days that are looked at', async () => {
  const page = await openHistory({});
  expect(page.asked.at(-1)!.toMs - page.asked.at(-1)!.fromMs).toBe(86_400_000);
  await page.click('radio', '週');
  expect(page.asked.at(-1)!.toMs - page.asked.at(-1)!.fromMs).toBe(7 * 86_400_000);
});

test('a day of which some time is left out says what of it is missing', async () => {
  const page = await openHistory({ partS: 18_000 });
  expect(page.text()).toContain('このうち5時間は、集計から除いた時間がある日の分です');
});

test('what lies on the floor is drawn on the plan, and in the picture where that is wanted', async () => {
  const heat = { ...SHOWN.heat!, floor: { cellM: 1, xM: 3, yM: 0 } };
  const plan = { widthM: 10, depthM: 5, fixtures: [], outlines: [] };
  const camera = aCamera({ calibration: someMarks() });
  const page = await openHistory({ heat }, { site: { ...aSite([camera]), floor: plan } });
  const stage = (): HTMLElement => page.get('img', /滞在ヒートマップ。/);
  expect(stage().style.aspectRatio).toBe('2 / 1');
  await page.click('radio', 'カメラの画面');
  expect(stage().style.aspectRatio).not.toBe('2 / 1');
});

test('heat of a floor that is not calibrated any more is told in the table alone', async () => {
  const heat = { ...SHOWN.heat!, floor: { cellM: 1, xM: 3, yM: 0 } };
  const page = await openHistory({ heat });
  expect(page.text()).toContain('いまはカメラに床の目印がありません');
  expect(page.text()).toContain('図面の左から4〜5 m・上から1〜2 m');
});
