import { describe, expect, it, test } from 'vitest';
import { aCamera, aSite } from '../state/builders.ts';
import { en } from '../../src/ui/i18n/messages.en.ts';
import { ja } from '../../src/ui/i18n/messages.ja.ts';
import { openPage, type Page } from './page.tsx';

const WHEP = '中継機を通したネットワークカメラ（WHEP）';
const PICTURE = {
  width: 1280,
  height: 720,
  framesDecoded: 5,
  framesDropped: 0,
  framesPerSecond: 10,
  network: null,
};

/** The form for a network camera, open. */
async function openForm(
  prepare: (page: Parameters<NonNullable<Parameters<typeof openPage>[0]['prepare']>>[0]) => void = () =>
    undefined,
): Promise<Page> {
  const page = await openPage({ view: 'cameras', site: null, prepare });
  await page.click('button', 'カメラを加える');
  await page.click('radio', WHEP);
  return page;
}

function addressIn(): string | undefined {
  return document.querySelector<HTMLInputElement>('input[type=url]')?.value;
}

describe('the address', () => {
  test.each([
    ['MediaMTX', 'http://192.168.1.10:8889/entrance/whep'],
    ['go2rtc', 'http://192.168.1.10:1984/api/webrtc?src=entrance'],
    ['Janus', 'http://192.168.1.10:7090/whep/endpoint/entrance'],
  ])('of %s is made of its PC and the name of the camera', async (gateway, address) => {
    const page = await openForm();
    await page.click('radio', gateway);
    await page.fill('中継機のパソコン', '192.168.1.10');
    await page.fill('中継機でのカメラの名前', 'entrance');
    expect(addressIn()).toBe(address);
  });

  it('of a gateway’s own page is saved as that of its stream', async () => {
    const page = await openForm();
    await page.fill('名前', '入口');
    await page.fill('映像のアドレス', 'http://192.168.1.10:1984/stream.html?src=entrance');
    await page.click('button', '保存する');
    await page.wait(1000);
    expect(page.archive.site?.cameras[0]?.source).toEqual({
      kind: 'whep',
      url: 'http://192.168.1.10:1984/api/webrtc?src=entrance',
    });
  });

  it('of the camera itself is told apart while it is typed', async () => {
    const page = await openForm();
    await page.fill('映像のアドレス', 'rtsp://192.168.1.64/stream1');
    expect(page.get('alert', /カメラ本体のアドレス/)).toBeTruthy();
  });
});

describe('the check', () => {
  it('shows each step, the picture’s size and rate, and saves nothing', async () => {
    const page = await openForm(({ cameras }) => {
      cameras.stats = PICTURE;
    });
    await page.fill('映像のアドレス', 'http://192.168.1.10:8889/entrance/whep');
    await page.click('button', '接続を確かめる');
    await page.wait(1500);
    const check = page.get('region', '接続');
    expect(check.textContent).toContain('1280×720ピクセル、毎秒10コマ');
    expect(check.textContent).toContain('すべて問題ありません。');
    expect(check.querySelectorAll('[data-state=passed]')).toHaveLength(9);
    expect(page.archive.site).toBeNull();
  });

  it('shows what to change at the gateway, ready to paste, and only after the step that fails', async () => {
    const page = await openForm(({ cameras }) => {
      cameras.problems.set(0, { code: 'camera-unreachable' });
    });
    await page.fill('映像のアドレス', 'http://192.168.1.10:8889/entrance/whep');
    await page.click('button', '接続を確かめる');
    await page.wait(500);
    const check = page.get('region', '接続');
    expect(check.querySelector('pre')?.textContent).toBe(`webrtcAllowOrigins: ['${location.origin}']`);
    expect(check.querySelectorAll('[data-state=failed]')).toHaveLength(1);
    expect(check.textContent).not.toContain('すべて問題ありません。');
  });

  it('of a slow camera says that it is too slow to count well', async () => {
    const page = await openForm(({ cameras }) => {
      cameras.stats = { ...PICTURE, framesPerSecond: 3 };
    });
    await page.fill('映像のアドレス', 'http://192.168.1.10:8889/entrance/whep');
    await page.click('button', '接続を確かめる');
    await page.wait(1500);
    expect(page.text()).toContain('毎秒5コマ以上が必要です。');
  });

  it('ends with the form', async () => {
    const page = await openForm();
    await page.fill('映像のアドレス', 'http://192.168.1.10:8889/entrance/whep');
    await page.click('button', '接続を確かめる');
    await page.wait(1000);
    expect(page.cameras.open_.has(0)).toBe(true);
    await page.click('button', 'やめる');
    await page.wait(100);
    expect(page.cameras.open_.has(0)).toBe(false);
  });

  it('of a saved camera uses its access data and shows none of them', async () => {
    const site = aSite([aCamera({ source: { kind: 'whep', url: 'http://192.168.1.10:8889/a/whep' } })]);
    const page = await openPage({
      view: 'cameras',
      site,
      prepare: ({ archive, cameras }) => {
        archive.credentials.set(site.cameras[0]?.id ?? 0, {
          kind: 'basic',
          user: 'staff',
          password: 's3cret',
        });
        cameras.stats = PICTURE;
      },
    });
    await page.click('button', '「Entrance」の接続を確かめる');
    await page.wait(1500);
    expect(page.get('region', '接続').textContent).toContain('すべて問題ありません。');
    expect(document.body.innerHTML).not.toContain('s3cret');
    expect(document.body.innerHTML).not.toContain('staff');
  });
});

it('another address for a camera keeps its name, lines and zones', async () => {
  const before = aCamera({ source: { kind: 'whep', url: 'http://192.168.1.10:8889/entrance/whep' } });
  const page = await openPage({ view: 'cameras', site: aSite([before]) });
  await page.click('button', '接続先を変える');
  expect(addressIn()).toBe('http://192.168.1.10:8889/entrance/whep');
  await page.fill('映像のアドレス', 'http://192.168.1.20:8889/door/whep');
  await page.click('button', '保存する');
  await page.wait(1000);
  const source = { kind: 'whep', url: 'http://192.168.1.20:8889/door/whep' };
  expect(page.archive.site?.cameras).toEqual([{ ...before, source }]);
});

it('access data are masked while they are typed and appear nowhere else', async () => {
  const page = await openForm();
  await page.click('radio', 'ユーザー名とパスワード');
  await page.fill('パスワード', 's3cret');
  expect(document.querySelector('input[type=password]')).toBeTruthy();
  await page.fill('映像のアドレス', 'http://192.168.1.10:8889/a/whep');
  await page.click('button', '接続を確かめる');
  await page.wait(1000);
  expect(page.text()).not.toContain('s3cret');
});

test('a camera without a picture says as much as is known of why', () => {
  const saying = (reason: string): readonly string[] =>
    [en, ja].map(
      ({ problems }) => problems['camera-codec-unsupported']({ subject: '入口', detail: { reason } }).what,
    );
  expect(saying('b-frames')).toEqual([
    'Camera “入口” is dropped by its gateway again and again, most often because of B-frames.',
    '「入口」の接続を、中継機がすぐに切ってしまいます。多くはBフレームが原因です。',
  ]);
  expect(saying('not-decoded')).toEqual([
    'Camera “入口” sends data of which Chrome makes no picture.',
    '「入口」からデータは届きますが、Chromeで映像になりません。',
  ]);
});

test('a denied local network points at its own permission, not at that of the camera', () => {
  const denied = { subject: null, detail: { reason: 'local-network' } };
  expect(en.problems['camera-permission-denied'](denied).todo).toContain('Local network');
  expect(ja.problems['camera-permission-denied'](denied).todo).toContain('ローカルネットワーク');
});
