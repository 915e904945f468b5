import { describe, expect, it, test } from 'vitest';
import { NO_ALERTS } from '../../src/core/alerts/alert-settings.ts';
import { aCamera, aSite, aZone } from '../state/builders.ts';
import { aTally } from '../state/ports/memory-ports.ts';
import { openPage, type Page } from './page.tsx';

const zones = [aZone({ id: 4, name: '東レジ', kind: 'queue' })];
const shop = aSite([aCamera({ zones })]);

async function withQueue(page: Page, people: number, seconds: number): Promise<void> {
  for (let second = 0; second < seconds; second += 1) {
    page.vision.see(aTally({ zonesNow: [people] }));
    await page.wait(1000);
  }
}

const openShop = (language: 'ja' | 'en', sound = true): Promise<Page> =>
  openPage({
    language,
    site: {
      ...shop,
      alerts: { ...NO_ALERTS, sound, notify: true, queues: [{ zone: 4, length: 3, waitMinutes: null }] },
    },
  });

describe('an alert', () => {
  test.each([
    {
      language: 'ja',
      shown: '「東レジ」に5人並んでいます（3人からお知らせ）。',
      notice: '待ち人数 5人（3人から）',
      seen: '確認した',
    },
    {
      language: 'en',
      shown: '5 people are waiting in “東レジ” (alert from 3).',
      notice: 'Waiting: 5 (from 3)',
      seen: 'I have seen it',
    },
  ] as const)(
    'is shown, heard and notified without a name, in $language',
    async ({ language, shown, notice, seen }) => {
      const page = await openShop(language);
      await withQueue(page, 5, 12);
      expect(page.get('region', language === 'ja' ? 'お知らせ' : 'Alerts').textContent).toContain(shown);
      expect(document.querySelector('[aria-live=assertive]')?.textContent).toBe(shown);
      expect(page.alarm.sounds).toBe(1);
      expect(page.alarm.notices).toEqual([
        { title: language === 'ja' ? 'かぞえ' : 'Kazoe', body: notice, key: 'queue-length:4' },
      ]);
      await page.click('button', seen);
      expect(page.find('button', seen)).toBeNull();
    },
  );

  it('asks for a click where the browser plays no sound yet', async () => {
    const page = await openShop('ja');
    page.alarm.isUsed = false;
    window.dispatchEvent(new Event('pointerup'));
    await withQueue(page, 5, 12);
    expect(page.text()).toContain('画面を一度クリックしてください');
  });

  it('makes no sound that was not asked for', async () => {
    const page = await openShop('ja', false);
    await withQueue(page, 5, 12);
    expect(page.alarm.sounds).toBe(0);
    expect(page.text()).not.toContain('画面を一度クリックしてください');
  });
});

describe('the settings of alerts', () => {
  it('are saved as they are typed, in wide digits too', async () => {
    const page = await openPage({ view: 'settings', site: shop });
    await page.fill('店内の上限人数（この人数からお知らせします）', '４０');
    await page.fill('東レジ：何人並んだらお知らせするか', '5');
    await page.fill('静かにする時間のはじまり', '22:00');
    await page.fill('静かにする時間の終わり', '９：００');
    await page.click('switch', '音を鳴らす');
    await page.clickIn('お知らせ', 'button', '保存する');
    expect(page.archive.site?.alerts).toEqual({
      ...NO_ALERTS,
      occupancyLimit: 40,
      queues: [{ zone: 4, length: 5, waitMinutes: null }],
      quiet: { fromMinute: 1320, toMinute: 540 },
      sound: true,
    });
    expect(page.text()).toContain('保存しました。');
  });

  test.each([
    [
      '店内の上限人数（この人数からお知らせします）',
      '0',
      '1〜100,000の整数を入力するか、空欄にしてください。',
    ],
    [
      '今日の計測率が何パーセントを下回ったらお知らせするか',
      '101',
      '1〜100の整数を入力するか、空欄にしてください。',
    ],
    ['静かにする時間のはじまり', '25:00', '22:00 のように入力してください。'],
    ['静かにする時間の終わり', '09:00', 'はじまりと終わりの両方を入力するか、両方とも空欄にしてください。'],
  ])('with %s %s are refused with one sentence', async (field, typed, sentence) => {
    const page = await openPage({ view: 'settings', site: shop });
    const before = page.archive.site;
    await page.fill(field, typed);
    expect(page.get('alert', sentence)).toBeTruthy();
    await page.clickIn('お知らせ', 'button', '保存する');
    expect(page.archive.site).toBe(before);
  });

  it('let the sound be tried and the browser be asked', async () => {
    const page = await openPage({ view: 'settings', site: shop });
    await page.click('button', '音を鳴らしてみる');
    expect(page.alarm.sounds).toBe(1);
    await page.click('button', 'ブラウザに許可を求める');
    expect(page.text()).toContain('ブラウザの通知が許可されています。');
  });

  it('show the limit beside the people in the store', async () => {
    const page = await openPage({ site: { ...shop, alerts: { ...NO_ALERTS, occupancyLimit: 40 } } });
    await page.film(1500);
    expect(page.get('group', '店内人数').textContent).toContain('上限40人');
  });
});
