import { describe, expect, it } from 'vitest';
import { openPage } from './page.tsx';

describe('recounting', () => {
  it('asks for a number of people, and hands it over', async () => {
    const page = await openPage({});
    await page.click('button', '数え直す');
    await page.click('button', 'この人数にする');
    expect(page.get('alert', '0以上の整数を入力してください。')).toBeTruthy();
    expect(page.archive.recounts).toEqual([]);
    await page.fill('いまの店内の人数', '１２');
    await page.click('button', 'この人数にする');
    expect(page.archive.recounts).toEqual([12]);
    expect(page.find('button', 'この人数にする')).toBeNull();
  });

  it('needs a PIN, once there is one', async () => {
    const page = await openPage({ language: 'en' });
    await page.access.setPin('manager', '738291');
    page.access.signOut();
    await page.click('button', 'Recount');
    await page.fill('People in the store now', '12');
    await page.click('button', 'Set');
    expect(page.access.asked.value).toBe('recount');
    expect(page.archive.recounts).toEqual([]);
    await page.fill('PIN', '738291');
    await page.click('button', 'Go ahead');
    expect(page.archive.recounts).toEqual([12]);
  });

  it('is told beside the figure', async () => {
    const page = await openPage({
      language: 'en',
      prepare: ({ archive }) => {
        const today = archive.today.bind(archive);
        archive.today = async () => {
          const answer = await today();
          if (!answer.ok) return answer;
          const occupancy = { personSeconds: 0, max: 9, end: 9, drift: 0, recount: -3, measuredS: 60 };
          const total = { ...answer.value.total, coverage: 1, occupancy };
          return { ok: true, value: { ...answer.value, total } };
        };
      },
    });
    await page.film(1500);
    expect(page.get('group', 'In the store').textContent).toContain('recounted by hand: −3');
  });

  it('is not offered where another tab counts', async () => {
    const page = await openPage({
      prepare: ({ tab }) => {
        tab.elsewhere = true;
      },
    });
    expect(page.find('button', '数え直す')).toBeNull();
  });
});
