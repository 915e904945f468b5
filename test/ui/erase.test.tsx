import { describe, expect, it, vi } from 'vitest';
import { openPage } from './page.tsx';

describe('erasing everything', () => {
  it('waits for the typed word, then stops counting before it erases and starts empty', async () => {
    const page = await openPage({ view: 'privacy' });
    await page.click('button', 'すべて消去する…');
    await page.click('button', 'いますぐすべて消去する');
    expect(page.text()).toContain('「消去」と入力してください。');
    expect(page.eraser.erased).toEqual([]);
    await page.fill('続けるには「消去」と入力してください', ' 消去 ');
    await page.click('button', 'いますぐすべて消去する');
    await page.wait(0);
    expect(page.eraser.erased).toEqual(['stopped']);
    expect(page.eraser.starts).toBe(1);
  });

  it('does nothing while another tab is open, and says what to do', async () => {
    const page = await openPage({ language: 'en', view: 'privacy' });
    page.eraser.tabs = 1;
    await erase(page);
    expect(page.eraser.erased).toEqual([]);
    expect(page.counting.state.value.kind).toBe('running');
    expect(page.text()).toContain('The app is open in another tab or window.');
  });

  it('names what is still there, and does not start anew as if all were gone', async () => {
    const page = await openPage({ language: 'en', view: 'privacy' });
    page.eraser.left = ['databases', 'caches'];
    await erase(page);
    expect(page.text()).toContain('Not everything could be erased (databases, caches).');
    expect(page.eraser.starts).toBe(0);
  });

  it('says so in Japanese too', async () => {
    const page = await openPage({ view: 'privacy' });
    page.eraser.left = ['databases', 'service-worker'];
    await page.click('button', 'すべて消去する…');
    await page.fill('続けるには「消去」と入力してください', '消去');
    await page.click('button', 'いますぐすべて消去する');
    await page.wait(0);
    expect(page.text()).toContain('消しきれなかったものがあります（データベース、サービスワーカー）。');
  });

  it('needs the PIN of a role that may', async () => {
    const page = await openPage({ language: 'en', view: 'privacy' });
    await page.access.setPin('manager', '738291');
    page.access.signOut();
    await erase(page);
    expect(page.access.asked.value).toBe('erase');
    expect(page.eraser.erased).toEqual([]);
    page.access.cancel();
    await page.wait(0);
    expect(page.eraser.erased).toEqual([]);
    expect(page.text()).toContain('This was not done: it needs a PIN, and none was given.');
  });

  it('offers figures, journal and evidence before, and says its name once', async () => {
    const page = await openPage({ language: 'en', view: 'privacy' });
    expect(page.get('link', 'To the figures (CSV)').getAttribute('href')).toContain('history');
    await page.click('button', 'Save the journal (JSON) before erasing');
    expect(page.platform.downloads.map(({ name }) => name)).toEqual(['journal.json']);
    await page.click('button', 'Make the evidence (PDF and JSON) before erasing');
    await vi.waitFor(() => expect(page.platform.bytes).not.toBeNull(), 10_000);
    expect(page.archive.evidence).toEqual([0]);
    await page.click('button', 'Erase everything …');
    const titles = page.all('heading').map((heading) => heading.textContent);
    expect(titles.filter((title) => title === 'Erase everything')).toHaveLength(1);
    expect(page.eraser.erased).toEqual([]);
  });

  it('can be left', async () => {
    const page = await openPage({ language: 'en', view: 'privacy' });
    await page.click('button', 'Erase everything …');
    await page.click('button', 'Cancel');
    expect(page.find('button', 'Erase everything now')).toBeNull();
  });
});

async function erase(page: Awaited<ReturnType<typeof openPage>>): Promise<void> {
  await page.click('button', 'Erase everything …');
  await page.fill('Type ERASE to go ahead', 'ERASE');
  await page.click('button', 'Erase everything now');
  await page.wait(0);
}
