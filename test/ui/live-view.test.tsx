import { describe, expect, it, test } from 'vitest';
import { aCamera, aLine, aSite, aZone } from '../state/builders.ts';
import { aTally } from '../state/ports/memory-ports.ts';
import { openPage } from './page.tsx';

const crossing = (direction: 'in' | 'out') =>
  ({ kind: 'crossing', line: 0, direction, atMs: 0, startsParty: true, staff: false }) as const;

describe('the live view', () => {
  test.each([
    { language: 'ja', tile: '入店数', shown: '入店数1人計測率 100 %・誤差は未確認', status: '計測中' },
    {
      language: 'en',
      tile: 'In',
      shown: 'In1person100 % of the time measured, error not known',
      status: 'Counting',
    },
  ] as const)('counts without a click, in $language', async ({ language, tile, shown, status }) => {
    const page = await openPage({ language, site: null });
    page.vision.see(aTally({ events: [crossing('in')] }));
    await page.wait(600);
    expect(page.get('group', tile).textContent).toBe(shown);
    expect(page.get('status', status)).toBeTruthy();
  });

  it('says that the store on a fresh profile is a demo, and how it ends', async () => {
    const page = await openPage({ site: null });
    expect(page.get('region', 'デモ店舗').textContent).toContain('お店のカメラを加えるとデモは終わります');
    expect(page.get('link', 'お店の設定をはじめる').getAttribute('href')).toBe('#/setup?lang=ja');
  });

  it('shows no demo controls in a shop', async () => {
    const page = await openPage({});
    expect(page.find('region', 'デモ店舗')).toBeNull();
    expect(page.text()).not.toContain('早送り');
  });

  it('changes the speed of the demo', async () => {
    const page = await openPage({ site: null });
    await page.click('radio', '早送り');
    expect(page.demo.speed).toBe('fast-forward');
  });

  it('compares the demo with the truth when asked', async () => {
    const page = await openPage({ site: null });
    page.demo.exact = {
      simulatedMs: 1,
      lines: [
        { in: 2, out: 1 },
        { in: 0, out: 0 },
      ],
      zones: [],
    };
    page.vision.see(aTally({ events: [crossing('in')] }));
    await page.film(1500);
    expect(page.all('table')).toHaveLength(0);
    await page.click('button', '正解と比べる');
    const rows = [...page.get('region', '正解と比べる').querySelectorAll('tr')].map((row) =>
      [...row.children].slice(0, 3).map((cell) => cell.textContent),
    );
    expect(rows).toEqual([
      ['', '入店数', '退店数'],
      ['計測', '1', '0'],
      ['正解', '2', '1'],
      ['差', '−1', '−1'],
    ]);
  });

  it('shows the queue first, and a dash for a zone that nobody measures', async () => {
    const zones = [aZone({ name: '奥の棚' }), aZone({ id: 4, name: 'レジ', kind: 'queue' })];
    const page = await openPage({ site: aSite([aCamera({ zones })]) });
    const tiles = () => [...page.get('region', 'いまの混み具合').querySelectorAll('[role=group]')];
    expect(tiles().map(({ textContent }) => textContent)).toEqual([
      'レジ–人計測していません',
      '奥の棚2人滞在中',
    ]);
    await page.wait(6000);
    expect(tiles()[1]?.textContent).toBe('奥の棚–人計測していません');
  });

  it('teaches what areas are for where there is none', async () => {
    const page = await openPage({ site: aSite([aCamera({ zones: [] })]) });
    expect(page.text()).toContain('ゾーンを決めると、売場やレジ待ちの人数がわかります');
    expect(page.get('link', 'ゾーンを決める').getAttribute('href')).toContain('#/cameras');
  });

  it('has a passers-by tile only where a line counts them', async () => {
    const without = await openPage({});
    expect(without.find('group', '店前通行量')).toBeNull();
    const lines = [aLine(), aLine({ id: 9, kind: 'outside' })];
    const page = await openPage({ site: aSite([aCamera({ lines })]) });
    expect(page.get('group', '店前通行量')).toBeTruthy();
  });
});

describe('people as dots', () => {
  const people = (n: number) => Array.from({ length: n }, (_, index) => ({ x: index / 10, y: 0.5 }));

  it('are always drawn for the demo store', async () => {
    const page = await openPage({ site: null });
    page.vision.see(aTally({ people: people(1) }));
    await page.wait(10);
    expect(page.get('img', 'デモカメラ：1人を点で表示しています')).toBeTruthy();
    expect(page.find('switch', '人を点で表示する')).toBeNull();
  });

  it('are off in a shop, and drawn from five on when switched on', async () => {
    const page = await openPage({});
    page.vision.see(aTally({ people: people(5) }));
    await page.wait(10);
    expect(page.get('img', 'Entrance：計測ラインとゾーン')).toBeTruthy();
    await page.click('switch', '人を点で表示する');
    expect(page.get('img', 'Entrance：5人を点で表示しています')).toBeTruthy();
    page.vision.see(aTally({ people: people(4) }));
    await page.wait(10);
    expect(page.get('img', 'Entrance：計測ラインとゾーン')).toBeTruthy();
    expect(page.text()).toContain('映っている人が5人未満のため、点は出ません');
  });
});

describe('what is not counting', () => {
  it('says step by step what is being loaded', async () => {
    const page = await openPage({
      start: false,
      prepare: ({ vision }) => {
        vision.start = () => new Promise(() => undefined);
      },
    });
    void page.counting.start();
    await page.wait(0);
    expect(page.text()).toContain('人を見つけるモデルを読み込んでいます進行中');
    expect(page.text()).not.toContain('デモ内の時刻');
    expect(page.get('status', '準備中')).toBeTruthy();
  });

  test.each([
    [null, 'まだ計測していません'],
    [0, '計測率 0 %・欠測あり'],
  ])('shows no figure, not even a zero, where coverage is %s', async (coverage, context) => {
    const page = await openPage({
      prepare: ({ archive }) => {
        const today = archive.today.bind(archive);
        archive.today = async () => {
          const answer = await today();
          return answer.ok
            ? { ok: true, value: { ...answer.value, total: { ...answer.value.total, coverage } } }
            : answer;
        };
      },
    });
    expect(page.get('group', '入店数').textContent).toBe(`入店数–人${context}`);
  });

  it('tells what is wrong with a camera, and tries again on a click', async () => {
    const page = await openPage({
      prepare: ({ cameras }) => cameras.problems.set(1, { code: 'camera-permission-denied' }),
    });
    expect(page.get('status', '停止')).toBeTruthy();
    const notices = page.get('region', '確認が必要なこと');
    expect(notices.textContent).toContain('「Entrance」の使用がブラウザで許可されていません。');
    expect(notices.textContent).toContain('欠測として記録されます');
    page.cameras.problems.clear();
    await page.click('button', 'もう一度つなぐ');
    await page.film(500);
    expect(page.get('status', '計測中')).toBeTruthy();
    expect(page.find('region', '確認が必要なこと')).toBeNull();
  });

  it('is partly missing while one of two cameras is down', async () => {
    const site = aSite([aCamera(), aCamera({ id: 5, name: 'Till', lines: [], zones: [] })]);
    const page = await openPage({
      site,
      prepare: ({ cameras }) => cameras.problems.set(5, { code: 'camera-unreachable' }),
    });
    expect(page.get('status', '一部欠測')).toBeTruthy();
  });

  it('starts again after a failure', async () => {
    const page = await openPage({
      prepare: ({ vision }) => {
        vision.startProblem = { code: 'model-missing' };
      },
    });
    expect(page.get('heading', '計測を止めています')).toBeTruthy();
    page.vision.startProblem = null;
    await page.click('button', 'もう一度はじめる');
    await page.film(500);
    expect(page.get('status', '計測中')).toBeTruthy();
  });

  it('shows the figures of the tab that counts', async () => {
    const page = await openPage({
      prepare: ({ tab }) => {
        tab.elsewhere = true;
      },
    });
    expect(page.get('status', '別のタブで計測中')).toBeTruthy();
    expect(page.get('group', '入店数').textContent).toContain('0人');
    expect(page.text()).toContain('別のタブで計測しています。ここには、その数値が数秒遅れで出ます。');
  });

  it('hides a notice that is put away', async () => {
    const page = await openPage({
      prepare: ({ archive }) => {
        archive.problems.record = 'storage-full';
      },
    });
    await page.film(1000);
    await page.click('button', '閉じる');
    await page.film(1000);
    expect(page.find('region', '確認が必要なこと')).toBeNull();
  });
});
