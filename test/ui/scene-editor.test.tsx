import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { aCamera, aSite } from '../state/builders.ts';
import { openPage, press, type Page } from './page.tsx';

const bare = aSite([aCamera({ lines: [], zones: [] })]);

const times = (n: number, key: string): string[] => Array.from({ length: n }, () => key);
/** The stage says where things are to those who do not see it. */
const told = (page: Page): readonly string[] => page.all('status').map(({ textContent }) => textContent);

describe('the drawing editor', () => {
  it('draws a line and an area by keyboard alone, and saves both as one change', async () => {
    const page = await openPage({ view: 'cameras', site: bare });
    await page.click('button', '計測ラインを加える');
    await press(...times(4, 'Shift+ArrowLeft'), 'Enter');
    expect(told(page)).toContain('1点目を置きました：左から30.0 %、上から50.0 %');
    await press(...times(8, 'Shift+ArrowRight'), 'Enter', 'Enter');
    await page.fill('名前', '正面入口');
    await page.click('button', 'ゾーンを加える');
    await press('Enter', 'Shift+ArrowRight', 'Enter', ...times(4, 'Shift+ArrowDown'), 'Enter', 'Enter');
    await page.fill('名前', '奥の棚');
    await page.click('button', '保存する');
    const [camera] = page.archive.site?.cameras ?? [];
    expect(camera?.lines).toMatchObject([
      { id: 100, name: '正面入口', kind: 'entrance', inward: { x: 0, y: 1 } },
    ]);
    expect(camera?.zones).toMatchObject([{ id: 101, name: '奥の棚', kind: 'area' }]);
    expect(camera?.zones[0]?.polygon).toHaveLength(3);
    expect(page.find('application', /Entrance/)).toBeNull();
  });

  it('moves a point of a saved line, takes it back, and asks whether its figures go on', async () => {
    const page = await openPage({ view: 'cameras' });
    await page.click('button', '「Door」を直す');
    await act(() => page.get('button', /^Door：2点のうち2点目/).focus());
    await press('Shift+ArrowRight', 'Shift+ArrowRight');
    expect(page.text()).toContain('これまでの記録');
    await page.click('button', '元に戻す');
    expect(page.text()).not.toContain('これまでの記録');
    await page.click('button', 'やり直す');
    await page.click('radio', '新しくはじめる');
    await page.click('button', '保存する');
    const [line] = page.archive.site?.cameras[0]?.lines ?? [];
    expect(line).toMatchObject({ id: 100, name: 'Door' });
    expect(line?.points[1]?.x).toBeCloseTo(0.6, 6);
  });

  it('saves nothing of a shape that is wrong, and says which', async () => {
    const page = await openPage({ view: 'cameras', site: bare });
    await page.click('button', '計測ラインを加える');
    await page.fill('点', '0.1, 0.5\n0.9, 0.5');
    await page.click('button', 'ゾーンを加える');
    await page.fill('点', '0.1, 0.1\n0.5, 0.5\n0.5, 0.1\n0.1, 0.5');
    await page.fill('名前', '棚');
    expect(page.get('alert', /線が交わっています/)).toBeTruthy();
    await page.click('button', '保存する');
    expect(page.text()).toContain('まだ保存していません。直すところがあります：棚');
    expect(page.text()).toContain('名前を入れてください。');
    expect(page.archive.site?.cameras[0]?.zones).toEqual([]);
  });

  it('says what a drawn line would have counted of the last people', async () => {
    const page = await openPage({
      view: 'cameras',
      prepare: ({ vision }) => {
        vision.trial = { of: 40, counts: { in: 25, out: 12, inside: 0 } };
      },
    });
    await page.click('button', '「Door」を直す');
    await act(() => new Promise((resolve) => setTimeout(resolve, 600)));
    expect(page.text()).toContain('直近の40人のうち、入った回数を25回、出た回数を12回と数えていました。');
    expect(page.vision.tried).toHaveLength(1);
  });

  it('leaves everything as it was when it is closed', async () => {
    const page = await openPage({ view: 'cameras' });
    await page.click('button', '「Door」を直す');
    await act(() => page.get('button', /^計測ライン「Door」/).focus());
    await press('Delete');
    expect(told(page)).toContain('図形を削除しました。');
    await page.click('button', '変更を捨てる');
    expect(page.settings.site.value.cameras[0]?.lines).toHaveLength(1);
  });
});
