import { expect, it } from 'vitest';
import { aCamera, aSite } from '../state/builders.ts';
import { anInterval } from '../state/ports/memory-archive.ts';
import { openPage } from './page.tsx';

it('a time is left out with its reason, and taken back', async () => {
  const page = await openPage({
    view: 'history',
    site: aSite([aCamera()]),
    prepare: ({ archive }) => {
      archive.days = ({ fromMs, toMs }) => [anInterval({ fromMs, toMs, status: 'open', coverage: 1 })];
    },
  });
  await page.wait(100);
  await page.click('button', '時間を除く');
  await page.fill('開始（例 10:00）', '１１：００');
  await page.fill('終了（例 12:00）', '10:00');
  await page.click('button', '除く');
  expect(page.get('alert', /同じ営業日の中で/)).toBeTruthy();
  expect(page.archive.site?.leftOut).toBeUndefined();
  await page.fill('終了（例 12:00）', '12:30');
  await page.click('button', '除く');
  await page.wait(100);
  const [time] = page.archive.site?.leftOut ?? [];
  expect(time).toMatchObject({ camera: null, reason: 'works' });
  expect((time?.toMs ?? 0) - (time?.fromMs ?? 0)).toBe(90 * 60_000);
  expect(page.text()).toContain('11:00 – 12:30・すべてのカメラ・工事や清掃');
  await page.click('button', /^戻す: /);
  await page.wait(100);
  expect(page.archive.site?.leftOut).toEqual([]);
  expect(page.text()).toContain('除いた時間はありません');
});
