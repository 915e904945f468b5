import { createHash } from 'node:crypto';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it, test, vi } from 'vitest';
import { aTally } from '../state/ports/memory-ports.ts';
import { openPage } from './page.tsx';

describe('settings', () => {
  it('of the store are saved', async () => {
    const page = await openPage({ view: 'settings' });
    await page.fill('店舗の名前', '青葉台駅前店');
    await page.fill('1日のはじまり', '05:00');
    await page.fill('記録を残す期間（か月）', '６');
    await page.click('button', '保存する');
    expect(page.archive.site?.store).toEqual({
      name: '青葉台駅前店',
      timeZone: 'Asia/Tokyo',
      dayStartsAtMinute: 300,
      retentionMonths: 6,
    });
  });

  test.each([
    ['時間帯', 'Mars/Base', 'この時間帯はありません。一覧から選んでください。'],
    ['1日のはじまり', '25:00', '05:00 のように入力してください。'],
    ['1日のはじまり', '午前5時', '05:00 のように入力してください。'],
    ['記録を残す期間（か月）', '0', '1〜36の整数を入力してください。'],
    ['記録を残す期間（か月）', 'たくさん', '1〜36の整数を入力してください。'],
  ])('with %s %s are refused with one sentence', async (field, value, sentence) => {
    const page = await openPage({ view: 'settings' });
    const before = page.archive.site;
    await page.fill(field, value);
    expect(page.get('alert', sentence)).toBeTruthy();
    await page.click('button', '保存する');
    expect(page.archive.site).toBe(before);
  });

  it('of the screen go into the address, not into storage', async () => {
    const page = await openPage({ view: 'settings' });
    await page.click('radio', 'English');
    await page.click('radio', 'Dark');
    expect(window.location.hash).toBe('#/settings?lang=en&theme=dark');
    expect(document.documentElement.lang).toBe('en');
    expect(document.documentElement.dataset.theme).toBe('dark');
    expect(page.get('heading', 'Settings')).toBeTruthy();
    expect(localStorage.length + sessionStorage.length).toBe(0);
    await page.click('radio', 'As the PC');
    expect(document.documentElement.dataset.theme).toBeUndefined();
  });
});

describe('the privacy page', () => {
  test.each([
    ['ja', '本システムは映像を保存・送信しません。'],
    ['en', 'This system does not save or send video.'],
  ] as const)('makes one claim, in %s', async (language, claim) => {
    const page = await openPage({ language, view: 'privacy' });
    expect(page.text()).toContain(claim);
  });

  test.each([
    ['ja', '断られた回数：0。'],
    ['en', 'all refused: 0.'],
  ] as const)(
    'tells what the vision worker refused and how long it held a frame, in %s',
    async (language, text) => {
      const page = await openPage({ language, view: 'privacy' });
      expect(page.text()).toContain(text);
      expect(page.get('region', /^(映像の出入り|Frames)/).textContent).toContain(
        language === 'ja' ? '42ミリ秒' : '42 ms',
      );
    },
  );

  it('shows what is stored, the frames, the engine and the journal', async () => {
    const page = await openPage({
      view: 'privacy',
      prepare: ({ archive }) => {
        archive.places = [
          {
            place: 'kazoe/line_slot',
            records: 412,
            fields: ['line', 'slot', 'in'],
            bytes: 37_000,
            foreign: 0,
          },
          {
            ...{ place: 'kazoe/day_block', records: 12, fields: ['day', 'kind', 'rows'] },
            ...{ bytes: 50_000, foreign: 0, packed: { coverage: 96, lines: 4200 } },
          },
        ];
        archive.entries = [
          { sequence: 2, atMs: archive.nowMs, code: 'exported', numbers: [96], texts: ['本部', '週次'] },
        ];
      },
    });
    page.vision.see(
      aTally({ frames: { received: 100, analysed: 90, gated: 0, skipped: 10, closed: 99, alive: 1 } }),
    );
    await page.wait(1100);
    expect(page.get('region', 'いま保存しているもの').textContent).toContain(
      'kazoe/line_slot412037,000line, slot, in',
    );
    expect(page.text()).toContain('中に入っている記録の数：kazoe/day_block 4,296件');
    expect(page.get('region', '映像の出入り').textContent).toContain('Entrance1009010991');
    expect(page.get('region', '記録簿').textContent).toContain('数値を書き出し96本部・週次');
    expect(page.text()).toContain(`モデルの照合値（SHA-256） ${'ab'.repeat(32)}`);
  });

  it('checks itself when asked, and tells what it found', async () => {
    const page = await openPage({
      view: 'privacy',
      prepare: ({ archive }) => {
        archive.places = [{ place: 'kazoe/site', records: 1, fields: [], bytes: 9, foreign: 0 }];
      },
    });
    expect(page.text()).toContain('まだ点検していません。');
    await page.click('button', 'いま点検する');
    const check = page.get('region', '自己点検').textContent;
    expect(check).toContain('通信の制限（CSP）合格');
    expect(check).not.toContain('不合格');
    expect(page.text()).toContain('ef'.repeat(32));
    expect(page.archive.selfChecks).toEqual([[6, 0]]);
    expect(page.archive.walks.at(-1)).toBe('all');
    expect(page.text()).toContain('1件のうち1件を調べました。');
  });

  it('checks itself each hour and with the first frames with a share of what is stored, with all of it when counting begins', async () => {
    const page = await openPage({ start: false });
    page.selfCheck.watch();
    await page.wait(3_600_000);
    expect(page.archive.walks).toEqual(['share']);
    await page.counting.start();
    await page.film(600);
    await page.wait(5000);
    expect(page.archive.walks).toEqual(['share', 'all', 'share']);
    expect(page.archive.selfChecks.length).toBe(3);
  });

  it('says why a part cannot be checked, and what to do', async () => {
    const page = await openPage({ view: 'privacy', start: false });
    await page.click('button', 'いま点検する');
    expect(page.text()).toContain('検出のしくみ点検できずまだわかりません。');
    expect(page.text()).toContain('一度読み込み直してください');
  });

  it('takes its promise back everywhere and stops counting when a check fails', async () => {
    const page = await openPage({
      view: 'privacy',
      prepare: ({ review }) => {
        review.storage = { ...review.storage, cookies: 1 };
      },
    });
    await page.click('button', 'いま点検する');
    expect(page.text()).not.toContain('保存・送信しません');
    expect(page.text()).toContain('自己点検に通りませんでした（そのほかの保存場所）。');
    expect(page.text()).toContain('該当：cookies');
    expect(page.counting.state.value.kind).toBe('stopped');
    await page.wait(0);
    page.review.storage = { ...page.review.storage, cookies: 0 };
    await page.click('button', 'いま点検する');
    await page.wait(0);
    expect(page.text()).toContain('本システムは映像を保存・送信しません。');
  });

  it('saves the journal as a file', async () => {
    const page = await openPage({ view: 'privacy' });
    await page.click('button', '記録簿を保存する（JSON）');
    expect(page.platform.downloads.map(({ name }) => name)).toEqual(['journal.json']);
  });

  test.each([
    ['ja', '証拠の書類をつくる（PDF・JSON）', '本システムは映像を保存・送信しません。'],
    ['en', 'Make the evidence (PDF and JSON)', 'This system does not save or send video.'],
  ] as const)(
    'makes the evidence with one click, and without the promise after a failed check, in %s',
    async (language, button, claim) => {
      const page = await openPage({ language, view: 'privacy' });
      for (const cookies of [0, 1]) {
        page.review.storage = { ...page.review.storage, cookies };
        page.platform.bytes = null;
        await page.click('button', button);
        await vi.waitFor(() => expect(page.platform.bytes).not.toBeNull(), 10_000);
        const files = unzipSync(page.platform.bytes!);
        expect(Object.keys(files)).toEqual([
          'kazoe-evidence-2026-11-24.pdf',
          'kazoe-evidence-2026-11-24.json',
          'journal.json',
          'SHA256SUMS',
        ]);
        const sums = strFromU8(files['SHA256SUMS']!);
        for (const [name, bytes] of Object.entries(files)) {
          if (name === 'SHA256SUMS') continue;
          expect(sums).toContain(`${createHash('sha256').update(bytes).digest('hex')}  ${name}`);
        }
        const evidence = JSON.parse(strFromU8(files['kazoe-evidence-2026-11-24.json']!)) as {
          holds: boolean;
        };
        expect(evidence.holds).toBe(cookies === 0);
        const pdf = Buffer.from(files['kazoe-evidence-2026-11-24.pdf']!).toString('latin1');
        expect(pdf.startsWith('%PDF-')).toBe(true);
        expect(pdf.toLowerCase().includes(spelled(claim))).toBe(cookies === 0);
      }
      expect(page.archive.evidence).toEqual([0, 1]);
    },
  );

  it('says when nothing is stored yet', async () => {
    const page = await openPage({ view: 'privacy' });
    expect(page.text()).toContain('まだ何も保存していません。');
    expect(page.text()).toContain('まだ記録はありません。');
  });
});

describe('the way about', () => {
  it('is by links that say where one is', async () => {
    const page = await openPage({});
    expect(page.get('link', 'いま').getAttribute('aria-current')).toBe('page');
    expect(page.get('link', 'ふりかえり').getAttribute('href')).toBe('#/history?lang=ja');
    expect(document.title).toBe('いま – かぞえ');
  });

  it('leads to the live view from an unknown address', async () => {
    window.location.hash = '';
    const { parseHash } = await import('../../src/ui/router.ts');
    expect(parseHash('#/nowhere?x=1').view).toBe('live');
    expect(parseHash('').view).toBe('live');
    expect(parseHash('#/history?lang=en').parameters.get('lang')).toBe('en');
  });
});

/** A text as it stands in the PDF: UTF-16 in the Japanese font, one byte a sign in Helvetica. */
function spelled(text: string): string {
  const isLatin = /^[ -~]*$/.test(text);
  const digits = isLatin ? 2 : 4;
  return Array.from(text, (sign) => sign.charCodeAt(0).toString(16).padStart(digits, '0')).join('');
}
