import { expect, test } from 'vitest';
import type { HistoryQuery, IntervalFigures } from '../../src/contracts/archive.ts';
import { aCamera, aSite, aZone } from '../state/builders.ts';
import { anInterval } from '../state/ports/memory-archive.ts';
import { aTally } from '../state/ports/memory-ports.ts';
import { openPage } from './page.tsx';

const site = aSite([aCamera({ zones: [aZone({ id: 4, name: 'レジ待ち', kind: 'queue' })] })]);
const bands = [0, 0, 0, 0, 8, 0, 0, 0, 0];

/** A day with a queue, and a store that more people left than came in. */
const aDay = ({ fromMs, toMs }: HistoryQuery): readonly IntervalFigures[] => [
  anInterval({
    fromMs,
    toMs,
    coverage: 1,
    lines: [{ line: 2, in: 30, out: 33, inRaw: 0, outRaw: 0, parties: 0 }],
    occupancy: { personSeconds: 36_000, max: 14, end: 0, drift: 3, measuredS: 3600 },
    zones: [
      {
        zone: 4,
        suppressed: false,
        measuredS: 3600,
        lostS: 0,
        visits: 8,
        dwellBands: bands,
        dwellMedianS: 90,
        dwellP90S: 114,
        personSeconds: 720,
        occupancyMax: 3,
      },
    ],
    queues: [
      {
        zone: 4,
        suppressed: false,
        measuredS: 3600,
        lengthPersonSeconds: 1800,
        lengthMax: 3,
        waitBands: bands,
        waitMedianS: 90,
        waitP90S: 114,
      },
    ],
  }),
];

const openDay = () =>
  openPage({
    view: 'history',
    site,
    prepare: ({ archive }) => {
      archive.days = aDay;
    },
  });

test('a day tells how long the queue was and how long people waited', async () => {
  const page = await openDay();
  const queue = page.all('listitem').find(({ textContent }) => textContent.startsWith('レジ待ち'));
  expect(queue?.textContent).toContain('待ち時間（中央値）1分30秒');
  expect(queue?.textContent).toContain('待ち人数（平均）0.5人最大3人');
});

test('a day tells how full the store was, and what was corrected', async () => {
  const page = await openDay();
  expect(page.get('group', '店内人数（平均）').textContent).toBe(
    '店内人数（平均）10.0人最大14人・終わりは0人（誤差は未確認）・3人分を補正（退店が入店を上回ったため）',
  );
});

test('now: how many wait, and the expected wait once five have waited', async () => {
  const page = await openPage({ view: 'live', site });
  const tile = (): string => page.get('group', 'レジ待ち').textContent;
  expect(tile()).toBe('レジ待ち2人待ち人数・待ち時間は15分間に5人から表示');
  const nowMs = page.clock.nowMs();
  const visit = { kind: 'visit', zone: 0, fromMs: nowMs - 90_000, toMs: nowMs, staff: false } as const;
  page.vision.see(aTally({ atMs: nowMs, zonesNow: [2], events: [visit, visit, visit, visit, visit] }));
  await page.wait(600);
  expect(tile()).toBe('レジ待ち2人待ち人数・待ち時間の目安 1分30秒（直近15分）');
});
