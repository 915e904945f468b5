import { act } from 'preact/test-utils';
import { describe, expect, it } from 'vitest';
import { messagesOf } from '../../src/ui/i18n/messages.ts';
import { settle } from '../state/ports/manual-clock.ts';
import { openPage, type Page } from './page.tsx';

const PIN = '284917';
const m = messagesOf('ja');

async function setPin(page: Page): Promise<void> {
  await page.click('button', m.access.setManager);
  await page.fill(m.access.newPin, PIN);
  await page.fill(m.access.again, PIN);
  await page.click('button', m.access.save);
}

describe('roles and PINs', () => {
  it('are told as they are: open at first, and no strong protection', async () => {
    const page = await openPage({ view: 'settings' });
    expect(page.text()).toContain(m.access.open);
    expect(page.text()).toContain(m.access.limits);
    expect(page.get('table', /だれが何をできるか/).textContent).toContain('プライバシー審査担当（PINなし）');
    for (const what of Object.values(m.access.permissions)) expect(page.text()).toContain(what);
  });

  it('begin with a PIN typed twice and a code to write down', async () => {
    const page = await openPage({ view: 'settings' });
    await page.click('button', m.access.setManager);
    await page.fill(m.access.newPin, '123456');
    await page.fill(m.access.again, '123456');
    await page.click('button', m.access.save);
    expect(page.text()).toContain(m.access.problems['too-simple']);
    await page.fill(m.access.newPin, PIN);
    await page.click('button', m.access.save);
    expect(page.text()).toContain(m.access.differs);
    await page.fill(m.access.again, PIN);
    await page.click('button', m.access.save);
    expect(page.get('group', m.access.codeTitle).textContent).toMatch(/(\w{5}-){3}\w{5}/);
    await page.click('button', m.access.codeNoted);
    expect(page.text()).toContain(m.access.set);
    expect(page.find('group', m.access.codeTitle)).toBeNull();
  });

  it('a change of settings asks in place, refuses a wrong PIN, and goes ahead with the right one', async () => {
    const page = await openPage({ view: 'settings' });
    await setPin(page);
    await page.click('button', m.access.codeNoted);
    await page.fill(m.settings.name, '青葉');
    await page.click('button', m.settings.save);
    const title = m.access.askTitle(m.access.permissions.change);
    const dialog = page.get('form', title);
    expect(dialog.contains(document.activeElement)).toBe(true);
    await page.fill(m.access.pin, '905382');
    await page.click('button', m.access.askGo);
    expect(page.get('alert', m.access.problems.wrong).textContent).toBe(m.access.problems.wrong);
    expect(page.archive.site?.store.name).toBe('Aoba');
    await page.fill(m.access.pin, PIN);
    await page.click('button', m.access.askGo);
    expect(page.find('form', title)).toBeNull();
    expect(page.archive.site?.store.name).toBe('青葉');
    expect(page.text()).toContain(m.access.signedIn(m.access.roles.manager));
    await page.click('button', m.access.signOut);
    expect(page.access.role.value).toBeNull();
  });

  it('tell until when nothing is taken', async () => {
    const page = await openPage({ view: 'settings' });
    await setPin(page);
    await page.click('button', m.access.codeNoted);
    await page.click('button', m.settings.save);
    for (let tried = 0; tried < 5; tried += 1) {
      await page.fill(m.access.pin, '905382');
      await page.click('button', m.access.askGo);
    }
    expect(page.text()).toMatch(/間違いが続いたため、\d\d:\d\dまで受け付けません。/);
    await act(async () => {
      page.access.cancel();
      await settle();
    });
    expect(page.text()).toContain(m.problems['not-permitted']({ subject: null, detail: {} }).what);
  });

  it('stand on the privacy page, with what they are not', async () => {
    const page = await openPage({ view: 'privacy', language: 'en' });
    expect(page.text()).toContain(messagesOf('en').access.limits);
    expect(page.text()).toContain(messagesOf('en').access.reviewer);
  });
});
