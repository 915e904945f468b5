import { act } from 'preact/test-utils';
import { describe, expect, it, test } from 'vitest';
import { aCamera, aSite } from '../state/builders.ts';
import { aTally } from '../state/ports/memory-ports.ts';
import { openPage, type Page } from './page.tsx';

const TITLES = { ja: 'カメラの状態', en: 'Cameras' } as const;

interface Film {
  readonly fps: number;
  readonly seconds: number;
  readonly detectMs: number;
  /** Of every ten frames, so many in which nothing moved. */
  readonly still?: number;
}

/** Counts of the camera come in at a rate, for a time. */
async function filmAt(page: Page, { fps, seconds, detectMs, still = 0 }: Film): Promise<void> {
  await act(async () => {
    let gated = 0;
    for (let frame = 1; frame <= fps * seconds; frame++) {
      await page.clock.advance(1000 / fps);
      const spared = frame % 10 < still;
      if (spared) gated += 1;
      const frames = { received: frame, analysed: frame, gated, skipped: 0, closed: frame, alive: 0 };
      page.vision.see(aTally({ frames, detectMs: spared ? 0 : detectMs, otherMs: 5 }));
    }
    await page.clock.advance(250);
  });
}

const health = (page: Page, language: 'ja' | 'en'): string =>
  page.get('region', TITLES[language]).textContent;

describe('the pace of a camera', () => {
  test.each([
    { language: 'ja', shown: /Entrance計測中 \d\d:\d\dから(9\.\d|10\.0)コマ\/秒（目標10コマ）/ },
    { language: 'en', shown: /EntranceCounting since \d\d:\d\d(9\.\d|10\.0) of 10 frames\/s/ },
  ] as const)('stands beside the one that is wanted, in $language', async ({ language, shown }) => {
    const page = await openPage({ language });
    await filmAt(page, { fps: 10, seconds: 15, detectMs: 50 });
    expect(health(page, language)).toMatch(shown);
    expect(health(page, language)).not.toMatch(/限界|limit/);
  });

  test.each([
    {
      language: 'ja',
      fps: 6,
      shown: /毎秒10コマのうち[56]\.\dコマ：このパソコンの処理が追いついていません。(?!毎秒4コマ)/,
    },
    {
      language: 'ja',
      fps: 3,
      shown: /追いついていません。毎秒4コマを下回ると、人数の正確さが下がります。カメラを休止して/,
    },
    {
      language: 'en',
      fps: 3,
      shown:
        /(2\.9|3\.0) of 10 images a second: this PC is at its limit\.Below 4 images a second, counts become less sure\. Pause a camera/,
    },
  ] as const)(
    'of $fps that this PC cannot better is said, in $language',
    async ({ language, fps, shown }) => {
      const page = await openPage({ language });
      await filmAt(page, { fps, seconds: 15, detectMs: 1000 / fps - 10 });
      expect(health(page, language)).toMatch(shown);
    },
  );

  test.each([
    {
      language: 'ja',
      shown: /毎秒10コマのうち(4\.8|4\.9|5\.0)コマ：カメラからはこれだけしか届いていません。/,
    },
    { language: 'en', shown: /(4\.8|4\.9|5\.0) of 10 images a second: the camera sends no more\./ },
  ] as const)(
    'that the camera itself does not better is not blamed on the PC',
    async ({ language, shown }) => {
      const page = await openPage({ language });
      await filmAt(page, { fps: 5, seconds: 15, detectMs: 40 });
      expect(health(page, language)).toMatch(shown);
    },
  );

  it('of the demo store has nothing to keep up with', async () => {
    const page = await openPage({ site: null });
    await filmAt(page, { fps: 3, seconds: 15, detectMs: 300 });
    expect(health(page, 'ja')).toMatch(/(2\.9|3\.0) コマ\/秒/);
    expect(health(page, 'ja')).not.toMatch(/目標|追いついて/);
  });

  it('stands in the cameras view too', async () => {
    const page = await openPage({ view: 'cameras' });
    await filmAt(page, { fps: 5, seconds: 10, detectMs: 50 });
    expect(page.get('region', 'Entrance').textContent).toMatch(/(4\.8|4\.9|5\.0)コマ\/秒（目標10コマ）/);
  });
});

test.each([
  {
    language: 'ja',
    shown: [/検出 1コマ60ミリ秒/, /そのほか 5ミリ秒/, /動きのなかった映像 (4[89]|5[01]) %/],
  },
  {
    language: 'en',
    shown: [
      /detector 60 ms per frame/,
      /everything else 5 ms/,
      /nothing moved in (4[89]|5[01]) % of the frames/,
    ],
  },
] as const)('what frames cost is told where it is looked for, in $language', async ({ language, shown }) => {
  const page = await openPage({ language, site: aSite([aCamera()]) });
  await filmAt(page, { fps: 10, seconds: 20, detectMs: 60, still: 5 });
  for (const text of shown) expect(health(page, language)).toMatch(text);
});

describe('a camera that is not counted', () => {
  test.each([
    {
      language: 'ja',
      shown: [/要確認 \d\d:\d\dから/, /ユーザー名・パスワード/, /次の接続まで(1分|\d\d秒)/],
    },
    {
      language: 'en',
      shown: [/Needs attention since \d\d:\d\d/, /user name or password/, /next attempt in (1 min|\d\d s)/],
    },
  ] as const)(
    'says since when, why, what to do and when it is tried again, in $language',
    async ({ language, shown }) => {
      const page = await openPage({ language });
      await filmAt(page, { fps: 10, seconds: 2, detectMs: 50 });
      await act(async () => {
        page.cameras.end(1, { code: 'camera-credentials-refused' });
        await page.clock.advance(2000);
      });
      for (const text of shown) expect(health(page, language)).toMatch(text);
    },
  );
});

test('what its connection has delivered is told where it is looked for', async () => {
  const page = await openPage({ language: 'en' });
  page.cameras.stats = {
    width: 1280,
    height: 720,
    framesDecoded: 900,
    framesDropped: 3,
    framesPerSecond: 15,
    network: {
      codec: 'H264',
      bytesReceived: 1e6,
      packetsReceived: 990,
      packetsLost: 10,
      framesReceived: 903,
      jitterMs: 4,
      freezes: 2,
      frozenMs: 800,
    },
  };
  await filmAt(page, { fps: 10, seconds: 5, detectMs: 50 });
  for (const text of [
    /1280 × 720/,
    /15 frames\/s arrive/,
    /H264/,
    /1 % of the packets lost/,
    /froze 2 times/,
  ]) {
    expect(health(page, 'en')).toMatch(text);
  }
});

test.each([
  { language: 'ja', shown: /映る範囲が、いつもと違います/, button: 'この映像で正しい' },
  { language: 'en', shown: /shows something other than usual/, button: 'The picture is right' },
] as const)(
  'a camera that was moved is told, until somebody says that it is right so, in $language',
  async ({ language, shown, button }) => {
    const page = await openPage({ language });
    await filmAt(page, { fps: 10, seconds: 2, detectMs: 50 });
    const levels = [0, 1, 2, 3, 4, 5, 6, 7, 0, 1, 2, 3];
    await act(async () => {
      for (let minute = 0; minute < 23; minute++) {
        const seen = minute < 20 ? levels : levels.toReversed();
        page.vision.see(aTally({ look: { levels: seen, sharpness: 9 } }));
      }
      await page.clock.advance(250);
    });
    expect(page.text()).toMatch(shown);
    await page.click('button', button);
    expect(page.text()).not.toMatch(shown);
  },
);
