import { describe, expect, it, test } from 'vitest';
import { aCamera, aSite } from '../state/builders.ts';
import { messagesOf } from '../../src/ui/i18n/messages.ts';
import { openPage, type Page } from './page.tsx';

/** Everything that is said to be wrong; the bar for alerts waits empty. */
const toldBy = (page: Page): readonly string[] =>
  page.all('alert').flatMap(({ textContent }) => textContent || []);

const WHEP = '中継機を通したネットワークカメラ（WHEP）';

describe('adding a camera', () => {
  it('by its address keeps the access data apart', async () => {
    const page = await openPage({ view: 'cameras', site: null });
    await page.click('button', 'カメラを加える');
    await page.click('radio', WHEP);
    await page.fill('名前', '入口');
    await page.fill('映像のアドレス', 'http://192.168.1.20:8889/entrance/whep');
    await page.click('radio', 'トークン');
    await page.fill('トークン', 'secret');
    await page.click('button', '保存する');
    await page.wait(3000);
    expect(page.archive.site?.cameras).toMatchObject([
      { name: '入口', source: { kind: 'whep', url: 'http://192.168.1.20:8889/entrance/whep' } },
    ]);
    expect([...page.archive.credentials.values()]).toEqual([{ kind: 'bearer', token: 'secret' }]);
    expect(page.text()).not.toContain('secret');
    expect(page.counting.mode.value).toBe('store');
  });

  test.each(['ftp://x', 'http://user:pw@host/whep', 'entrance', ''])(
    'at “%s” is refused with a sentence',
    async (url) => {
      const page = await openPage({ view: 'cameras', site: null });
      await page.click('button', 'カメラを加える');
      await page.click('radio', WHEP);
      await page.fill('名前', '入口');
      await page.fill('映像のアドレス', url);
      await page.click('button', '保存する');
      expect(page.get('alert', /http:\/\/ または https:\/\/ ではじまるアドレス/)).toBeTruthy();
      expect(page.archive.site).toBeNull();
    },
  );

  it('by cable offers the devices that are there', async () => {
    const page = await openPage({
      view: 'cameras',
      site: null,
      prepare: ({ cameras }) => {
        cameras.usb = [
          { deviceId: 'a', label: 'HD Webcam' },
          { deviceId: 'b', label: '' },
        ];
      },
    });
    await page.click('button', 'カメラを加える');
    await page.fill('名前', 'レジ');
    await page.click('button', '保存する');
    expect(page.text()).toContain('先に「USBカメラをさがす」を押して、カメラを選んでください。');
    await page.click('button', 'USBカメラをさがす');
    expect(page.text()).toContain('HD Webcamカメラ2');
    await page.click('button', '保存する');
    expect(page.archive.site?.cameras[0]?.source).toEqual({ kind: 'usb', deviceId: 'a' });
  });

  it('by cable says when there is none, and when it is not permitted', async () => {
    const page = await openPage({ view: 'cameras', site: null });
    await page.click('button', 'カメラを加える');
    await page.click('button', 'USBカメラをさがす');
    expect(page.text()).toContain('USBカメラが見つかりません。');
    page.cameras.listUsb = () =>
      Promise.resolve({ ok: false, problem: { code: 'camera-permission-denied' } });
    await page.click('button', 'USBカメラをさがす');
    expect(page.text()).toContain('カメラの使用がブラウザで許可されていません。');
  });

  it('offers the reload that its address needs', async () => {
    const site = aSite([aCamera({ source: { kind: 'whep', url: 'http://gw:8889/a/whep' } })]);
    const page = await openPage({
      view: 'cameras',
      site,
      prepare: ({ platform }) => {
        platform.origins = 'reload-needed';
      },
    });
    await page.click('button', '読み込み直す');
    expect(page.platform.reloads).toBe(1);
  });
});

describe('a camera of the shop', () => {
  it('can be paused and resumed', async () => {
    const page = await openPage({ view: 'cameras' });
    await page.click('button', '休止する');
    await page.wait(2000);
    expect(page.archive.site?.cameras[0]?.paused).toBe(true);
    expect(page.get('region', 'Entrance').textContent).toContain('休止中');
    await page.click('button', '再開する');
    await page.wait(2000);
    await page.film(500);
    expect(page.get('region', 'Entrance').textContent).toContain('計測中');
  });

  it('can be renamed', async () => {
    const page = await openPage({ view: 'cameras' });
    await page.click('button', '名前を変える');
    await page.fill('名前', '');
    expect(page.get('alert', '名前を入れてください。')).toBeTruthy();
    await page.fill('名前', '正面入口');
    await page.click('button', '保存する');
    expect(page.archive.site?.cameras[0]?.name).toBe('正面入口');
  });

  it('can be deleted, and brought back', async () => {
    const page = await openPage({ view: 'cameras' });
    await page.click('button', '削除する');
    await page.wait(3000);
    expect(page.archive.site?.cameras).toEqual([]);
    expect(page.text()).toContain('「Entrance」を削除しました。これまでの記録は残っています。');
    await page.click('button', '元に戻す');
    await page.wait(3000);
    expect(page.archive.site?.cameras.map(({ name }) => name)).toEqual(['Entrance']);
  });

  it('can be deleted with what was recorded of it, after a word of what goes and what stays', async () => {
    const page = await openPage({ view: 'cameras' });
    await page.click('button', '削除する');
    await page.wait(3000);
    await page.click('button', '記録も消す…');
    expect(page.text()).toContain('残るもの：店内人数');
    expect(page.text()).toContain('上書きするまでディスクに残ります');
    expect(page.archive.historyRemoved).toEqual([]);
    await page.click('button', 'いますぐ記録を消す');
    await page.wait(100);
    expect(page.archive.historyRemoved[0]?.[0]).toBe(1);
    expect(page.text()).toContain('「Entrance」の記録を消しました（120件）。');
    expect(page.find('button', '元に戻す')).toBeNull();
  });

  it('stops with the counting, and starts with it', async () => {
    const page = await openPage({ view: 'cameras' });
    await page.click('button', '計測を止める');
    await page.wait(2000);
    expect(page.get('status', '停止')).toBeTruthy();
    await page.click('button', '計測をはじめる');
    await page.film(500);
    expect(page.get('status', '計測中')).toBeTruthy();
  });
});

describe('lines and areas', () => {
  const bare = aSite([aCamera({ lines: [], zones: [] })]);

  it('are typed as numbers', async () => {
    const page = await openPage({ view: 'cameras', site: bare });
    expect(page.text()).toContain('このカメラではまだ何も数えていません。');
    await page.click('button', '計測ラインを加える');
    await page.fill('名前', '正面');
    await page.fill('点', '0.5, 0.2\n0.5, 0.8');
    await page.click('button', '保存する');
    expect(page.archive.site?.cameras[0]?.lines).toMatchObject([
      { id: 100, name: '正面', kind: 'entrance', inward: { x: 1, y: 0 } },
    ]);
  });

  test.each([
    ['0.5, 0.2', '計測ラインには2点以上が必要です。'],
    ['0.5, 0.2\nabc', '2行目が「横, 縦」の形になっていません。'],
    ['0.5, 0.2\n0.5, 1.8', '2行目の点が画面の外にあります。'],
    [
      '0.1, 0.1\n0.9, 0.9\n0.9, 0.1\n0.1, 0.9',
      '線が交わっています。辺どうしが重ならないように、点を動かしてください。',
    ],
    ['0.5, 0.5\n0.505, 0.5', '小さすぎて、人が入ることも越えることもできません。'],
  ])('with the points %j are refused with one sentence', async (points, sentence) => {
    const page = await openPage({ view: 'cameras', site: bare });
    await page.click('button', '計測ラインを加える');
    await page.fill('名前', '正面');
    await page.fill('点', points);
    await page.click('button', '保存する');
    expect(toldBy(page)).toEqual([sentence]);
    expect(page.archive.site?.cameras[0]?.lines).toEqual([]);
  });

  it('can be given in pixels', async () => {
    const page = await openPage({ view: 'cameras', site: bare });
    await page.click('button', 'ゾーンを加える');
    await page.fill('名前', '奥の棚');
    await page.click('radio', 'ピクセル');
    await page.fill('点', '0,0\n960,0\n960,540');
    await page.click('button', '保存する');
    expect(page.archive.site?.cameras[0]?.zones[0]?.polygon[2]).toEqual({ x: 0.5, y: 0.5 });
  });

  it('are changed in place and keep their direction', async () => {
    const page = await openPage({ view: 'cameras' });
    await page.click('button', '「Door」を直す');
    await page.fill('名前', '正面入口');
    await page.click('button', '保存する');
    expect(page.archive.site?.cameras[0]?.lines[0]).toMatchObject({
      id: 2,
      name: '正面入口',
      inward: { x: 1, y: 0 },
    });
  });

  it('are deleted one by one, and brought back', async () => {
    const page = await openPage({ view: 'cameras' });
    await page.click('button', '「Door」を削除する');
    await page.wait(2000);
    expect(page.archive.site?.cameras[0]?.lines).toEqual([]);
    await page.click('button', '元に戻す');
    expect(page.archive.site?.cameras[0]?.lines).toHaveLength(1);
  });
});

describe('the detection range', () => {
  test.each([
    {
      language: 'ja',
      name: '検出範囲',
      whole: '検出範囲画面全体',
      part: '検出範囲横 10〜90 %、縦 5.5〜100 %',
    },
    {
      language: 'en',
      name: 'Detection range',
      whole: 'Detection rangethe whole picture',
      part: 'Detection rangeacross 10–90 %, down 5.5–100 %',
    },
  ] as const)('is set in percent and shown again, in $language', async ({ language, name, whole, part }) => {
    const page = await openPage({ view: 'cameras', language });
    const { cameras } = messagesOf(language);
    expect(page.text()).toContain(whole);
    await page.click('button', cameras.edit(name));
    await page.fill(cameras.edges.left, '10');
    await page.fill(cameras.edges.top, '5.5');
    await page.fill(cameras.edges.right, '90');
    await page.click('button', cameras.save);
    await page.wait(2000);
    const region = { left: 0.1, top: 0.055, right: 0.9, bottom: 1 };
    expect(page.archive.site?.cameras[0]?.region).toEqual(region);
    expect(page.vision.setups.get(1)?.region).toEqual(region);
    expect(page.text()).toContain(part);
    await page.click('button', cameras.edit(name));
    await page.click('button', cameras.regionUseWhole);
    await page.click('button', cameras.save);
    expect(page.archive.site?.cameras[0]?.region).toBeNull();
  });

  test.each([
    [{ 左端: 'abc' }, '0〜100の数を入力してください。'],
    [{ 左端: '60', 右端: '40' }, '左端より大きくしてください。'],
    [{ 上端: '95' }, '画面の10 %以上の大きさにしてください。'],
  ])('with %j is refused with one sentence', async (typed, sentence) => {
    const page = await openPage({ view: 'cameras' });
    await page.click('button', '「検出範囲」を直す');
    for (const [edge, value] of Object.entries(typed)) await page.fill(`${edge}（%）`, value);
    await page.click('button', '保存する');
    expect(toldBy(page)).toEqual([sentence]);
    expect(page.archive.site?.cameras[0]?.region).toBeNull();
  });

  it('names what reaches beyond it', async () => {
    const page = await openPage({ view: 'cameras' });
    await page.click('button', '「検出範囲」を直す');
    await page.fill('左端（%）', '45');
    expect(page.get('status', /範囲からはみ出しています：Shelf。/)).toBeTruthy();
  });

  it('of the demo store is not to be changed', async () => {
    const page = await openPage({ view: 'cameras', site: null });
    expect(page.text()).not.toContain('検出範囲');
  });
});

describe('in a tab that does not count', () => {
  it('nothing can be changed', async () => {
    const page = await openPage({
      view: 'cameras',
      prepare: ({ tab }) => {
        tab.elsewhere = true;
      },
    });
    expect(page.find('button', 'カメラを加える')).toBeNull();
    expect(page.text()).toContain('カメラと売場はそのタブで変えてください');
  });
});
