import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../src/ui/i18n/messages.ts';
import { settle } from '../state/ports/manual-clock.ts';
import { openPage } from './page.tsx';

const PIN = '284917';

const masthead = (): string | undefined => document.querySelector('header p')?.textContent;

describe('sample data', () => {
  it.each(['ja', 'en'] as const)('is offered on an empty day, marked, and removed (%s)', async (language) => {
    const m = messagesOf(language);
    const page = await openPage({ language, view: 'history' });
    expect(page.archive.askedOf).not.toContain('sample');
    expect(page.text()).toContain(m.sample.offer);
    expect(page.find('region', m.sample.title)).toBeNull();
    await page.click('button', m.sample.fill);
    await act(() => settle());
    expect(page.text()).toContain(m.sample.banner);
    expect(page.archive.askedOf.at(-1)).toBe('sample');
    expect(page.text()).not.toContain(m.sample.offer);
    expect(masthead()).toBe(m.product + m.sample.title);
    await page.click('button', m.sample.remove);
    await act(() => settle());
    expect(page.archive.sample).toBeNull();
    expect(page.text()).not.toContain(m.sample.banner);
    expect(masthead()).not.toContain(m.sample.title);
    expect(page.archive.askedOf.at(-1)).toBe('store');
  });

  it('is made in the settings as well, and says where it is shown', async () => {
    const m = messagesOf('ja');
    const page = await openPage({ view: 'settings' });
    await page.click('button', m.sample.fill);
    await act(() => settle());
    expect(page.archive.sample?.store.name).toBe('sample');
    expect(page.text()).toContain(m.sample.there);
  });

  it('needs the manager, where there is a PIN', async () => {
    const m = messagesOf('ja');
    const page = await openPage({ view: 'settings' });
    await page.click('button', m.access.setManager);
    await page.fill(m.access.newPin, PIN);
    await page.fill(m.access.again, PIN);
    await page.click('button', m.access.save);
    await page.click('button', m.access.codeNoted);
    await page.click('button', m.sample.fill);
    await act(() => settle());
    const title = m.access.askTitle(m.access.permissions.change);
    expect(page.find('form', title)).not.toBeNull();
    expect(page.archive.sample).toBeNull();
    await page.fill(m.access.pin, PIN);
    await page.click('button', m.access.askGo);
    await act(() => settle());
    expect(page.archive.sample).not.toBeNull();
  });
});
