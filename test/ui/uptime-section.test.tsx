import { expect, test } from 'vitest';
import type { HistoryQuery, IntervalFigures } from '../../src/contracts/archive.ts';
import { aCamera, aSite } from '../state/builders.ts';
import { anInterval } from '../state/ports/memory-archive.ts';
import { openPage } from './page.tsx';

const HOUR_MS = 3_600_000;

/** One hour: half measured, a quarter without a picture, a quarter asleep. */
function anHour({ fromMs }: HistoryQuery): readonly IntervalFigures[] {
  return [
    anInterval({
      fromMs,
      toMs: fromMs + HOUR_MS,
      status: 'partial',
      coverage: 0.5,
      cameras: [
        { camera: 1, measuredS: 1800, gapS: { stalled: 900, 'pc-asleep': 900 }, framesAnalysed: 1 },
        { camera: 77, measuredS: 3600, gapS: {}, framesAnalysed: 1 },
      ],
    }),
  ];
}

test.each([
  {
    language: 'ja',
    title: 'カメラごとの計測時間',
    row: /Entrance50 %映像なし 15分.*パソコンのスリープ 15分/,
    bar: 'Entrance：計測50 %',
    deleted: /削除したカメラ 77100 %なし/,
  },
  {
    language: 'en',
    title: 'Time measured, by camera',
    row: /Entrance50 %no picture 15 min.*PC asleep 15 min/,
    bar: 'Entrance: 50 % of the time measured',
    deleted: /Deleted camera 77100 %nothing/,
  },
] as const)(
  'the history tells what each camera measured and why not the rest, in $language',
  async ({ language, title, row, bar, deleted }) => {
    const page = await openPage({
      language,
      view: 'history',
      site: aSite([aCamera()]),
      prepare: ({ archive }) => (archive.days = anHour),
    });
    await page.wait(1000);
    expect(page.find('heading', title)).not.toBeNull();
    expect(page.text()).toMatch(row);
    expect(page.text()).toMatch(deleted);
    expect(page.text()).not.toContain('undefined');
    const [drawn] = [...document.querySelectorAll(`[aria-label="${bar}"] span > span`)];
    expect((drawn as HTMLElement).style.height).toBe('50%');
  },
);
