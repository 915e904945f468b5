import { act } from 'preact/test-utils';
import { expect, it } from 'vitest';
import { aSite } from '../state/builders.ts';
import { openPage, type Page } from './page.tsx';

const open = (fromMinute: number, toMinute: number) => ({
  ...aSite(),
  calendar: {
    week: Array.from({ length: 7 }, () => ({ fromMinute, toMinute })),
    exceptions: [],
    holidays: false,
    notes: [],
  },
});

/** A build that waits, at ten in the morning of a shop. */
async function pageWithUpdate(given: Parameters<typeof openPage>[0]): Promise<Page> {
  const page = await openPage(given);
  await act(() => page.update.arrive());
  return page;
}

it.each([
  { hours: 'that closes tonight', site: open(600, 1320), said: '閉店後（22:30ごろ）に更新します。' },
  {
    hours: 'that closes after midnight',
    site: open(540, 120),
    said: '閉店後（11月25日（水） 02:30ごろ）に更新します。',
  },
  {
    hours: 'that says none',
    site: aSite(),
    said: '11月25日（水） 04:00ごろ、だれも映っていないときに更新します。',
  },
  { hours: 'that is closed', site: open(720, 360), said: 'いまは営業時間外なので' },
])('says when a new version takes over in a shop $hours', async ({ site, said }) => {
  const page = await pageWithUpdate({ site });
  expect(page.get('region', '更新のお知らせ').textContent).toContain(`新しい版があります。 ${said}`);
});

it('says nothing where none waits', async () => {
  const page = await openPage({});
  expect(page.find('region', '更新のお知らせ')).toBeNull();
});

it('takes it over when somebody asks', async () => {
  const page = await pageWithUpdate({ language: 'en' });
  await page.click('button', 'Update now');
  expect(page.text()).toContain('Updating …');
  await page.wait(2000);
  expect(page.platform.reloads).toBe(1);
});

it('leaves it to the tab that counts', async () => {
  const page = await pageWithUpdate({
    language: 'en',
    prepare: (shop) => {
      shop.tab.elsewhere = true;
    },
  });
  expect(page.get('region', 'Update').textContent).toContain('The tab that counts takes it over.');
  expect(page.find('button', 'Update now')).toBeNull();
});
