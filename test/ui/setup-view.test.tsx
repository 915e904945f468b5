import { describe, expect, it } from 'vitest';
import { aCamera, aSite } from '../state/builders.ts';
import { openPage } from './page.tsx';

describe('the set-up', () => {
  it('begins on a fresh profile with the store, and each step teaches and can be left', async () => {
    const page = await openPage({ view: 'setup', site: null });
    expect(page.text()).toContain('全7項目のうち、0項目が済みました。');
    await page.fill('店舗の名前', '青葉台');
    await page.click('button', '保存する');
    expect(page.text()).toContain('全7項目のうち、1項目が済みました。');
    await page.click('button', '次へ');
    await page.click('button', 'USBカメラをさがす');
    await page.click('button', '戻る');
    expect(page.get('region', '店舗')).toBeTruthy();
    expect(page.archive.site?.store.name).toBe('青葉台');
  });

  it('goes on where the settings are, and draws there', async () => {
    const page = await openPage({
      view: 'setup',
      language: 'en',
      site: aSite([aCamera({ lines: [], zones: [] })]),
    });
    expect(page.get('region', 'Lines and areas')).toBeTruthy();
    await page.click('button', 'Draw lines and areas of “Entrance”');
    await page.fill('Name', 'Front');
    await page.fill('Points', '0.2, 0.5\n0.8, 0.5');
    await page.click('button', 'Save');
    expect(page.archive.site?.cameras[0]?.lines).toMatchObject([{ id: 100, name: 'Front' }]);
    expect(page.text()).toContain('Drawn so far: 1 line, 0 areas.');
    await page.click('button', 'Next');
    expect(page.get('region', 'Floor plan and marks')).toBeTruthy();
    expect(page.get('button', 'Take the plan from an SVG file')).toBeTruthy();
    await page.click('button', 'Skip for now');
    await page.click('button', 'Skip for now');
    expect(page.get('link', 'See what is counted now').getAttribute('href')).toContain('#/live');
  });

  it('leads back to a camera where one is needed', async () => {
    const page = await openPage({ view: 'setup', site: null });
    await page.click('button', /^3?検出範囲とマスク|検出範囲とマスク/);
    expect(page.text()).toContain('先にカメラを加えてください。');
    await page.click('button', 'カメラを加える');
    expect(page.get('region', 'カメラ')).toBeTruthy();
  });

  it('is reached from the demo store and from the cameras', async () => {
    const live = await openPage({ view: 'live', site: null });
    expect(live.get('link', 'お店の設定をはじめる').getAttribute('href')).toContain('#/setup');
    await live.click('link', 'カメラと売場');
    window.location.hash = '#/cameras?lang=ja';
    window.dispatchEvent(new Event('hashchange'));
    await live.wait(100);
    expect(live.get('link', 'はじめての設定')).toBeTruthy();
  });
});
