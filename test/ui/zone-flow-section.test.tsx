import { expect, test } from 'vitest';
import type { FlowFigures } from '../../src/contracts/archive.ts';
import { aCamera, aSite, aZone } from '../state/builders.ts';
import { anInterval } from '../state/ports/memory-archive.ts';
import { openPage, type Page } from './page.tsx';

const zones = [
  aZone({ id: 3, name: '手前の棚' }),
  aZone({ id: 4, name: '奥の棚' }),
  aZone({ id: 5, name: 'レジ待ち', kind: 'queue' }),
];
const FLOWS: readonly FlowFigures[] = [
  { from: 3, to: 4, visits: 60 },
  { from: 4, to: 5, visits: 30 },
  { from: 3, to: 5, visits: 20 },
];

async function openHistory(
  flows: readonly FlowFigures[],
  { language = 'ja', status = 'measured' }: { language?: 'ja' | 'en'; status?: 'measured' | 'open' } = {},
): Promise<Page> {
  const camera = { camera: 1, measuredS: 900, gapS: { unreachable: 100 }, framesAnalysed: 1 };
  const page = await openPage({
    language,
    view: 'history',
    site: aSite([aCamera({ zones })]),
    prepare: ({ archive }) => {
      archive.days = ({ fromMs, toMs }) => [
        anInterval({ fromMs, toMs, status, coverage: 0.9, cameras: [camera] }),
      ];
      archive.pairs = () => flows;
    },
  });
  await page.wait(31_000);
  return page;
}

const rowsOf = (table: HTMLElement): string[][] =>
  [...table.querySelectorAll('tr')].map((row) => [...row.children].map((cell) => cell.textContent));

test('from in rows, to in columns, with counts and shares of the row; what is not told says why', async () => {
  const page = await openHistory(FLOWS);
  const rows = rowsOf(page.get('region', 'ゾーン間の動線（表）'));
  expect(rows[0]).toEqual(['移動元＼移動先', '手前の棚', '奥の棚', 'レジ待ち', '表示分の合計']);
  expect(rows[1]).toEqual(['手前の棚', '同じゾーン', '6075 %', '2025 %', '80']);
  expect(rows[2]?.[1]).toContain('なし、または5回未満');
  expect(page.text()).toContain('計測率（Entrance）：90 %');
  expect(page.text()).not.toContain('今日の分は');
});

test('the list has the busiest pair first, and is what a spreadsheet gets', async () => {
  const page = await openHistory(FLOWS, { language: 'en', status: 'open' });
  await page.clickIn('Moves between areas', 'radio', 'Table');
  const rows = rowsOf(page.get('region', 'Moves between areas (table)'));
  expect(rows[0]).toEqual(['From', 'To', 'Moves', 'Share of moves from there']);
  expect(rows.slice(1).map((row) => row.join(' '))).toEqual([
    '手前の棚 奥の棚 60 75 %',
    '奥の棚 レジ待ち 30 100 %',
    '手前の棚 レジ待ち 20 25 %',
    'All shown  110 ',
  ]);
  expect(page.text()).toContain('Of today, only hours that have ended');
});

test('nothing to show says so, with the rule', async () => {
  const page = await openHistory([]);
  expect(page.text()).toContain('この期間に表示できる動線はありません');
  expect(page.text()).toContain('5回未満の動線は記録しません');
});
