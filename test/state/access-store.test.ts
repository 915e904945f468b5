import { describe, expect, it } from 'vitest';
import { createAccessStore, IDLE_MS } from '../../src/state/access-store.ts';
import { aShop, aSite } from './builders.ts';
import { settle } from './ports/manual-clock.ts';

const PIN = '284917';
const OTHER = '905382';

async function aGuardedShop() {
  const shop = aShop(aSite());
  await shop.settings.load();
  const set = await shop.access.setPin('manager', PIN);
  if (!set.ok) throw new Error(set.problem.code);
  return { ...shop, recoveryCode: set.value.recoveryCode ?? '' };
}

const store = { ...aSite().store, name: 'New' };

describe('without a PIN', () => {
  it('everything is open but the set-up picture', async () => {
    const { access, settings } = aShop();
    expect((await settings.setStore(store)).ok).toBe(true);
    expect(access.hasPin.value).toBe(false);
    expect(await access.permit('preview')).toMatchObject({ ok: false, problem: { code: 'not-permitted' } });
    expect(access.asked.value).toBeNull();
  });

  it('the first one brings a recovery code and is told to the journal by role alone', async () => {
    const { archive, access, recoveryCode } = await aGuardedShop();
    expect(recoveryCode).toMatch(/^\w{5}-\w{5}-\w{5}-\w{5}$/);
    expect(archive.accessNotes).toEqual([{ code: 'pin-set', role: 'manager' }]);
    expect(JSON.stringify(archive.access)).not.toContain(PIN);
    expect(access.hasPin.value).toBe(true);
  });
});

describe('with a PIN', () => {
  it('a change waits for it, and is made when it comes', async () => {
    const { settings, access, archive } = await aGuardedShop();
    const changing = settings.setStore(store);
    await settle();
    expect(access.asked.value).toBe('change');
    expect(archive.site?.store.name).toBe('Aoba');
    expect(await access.signIn(PIN, 'change')).toEqual({ ok: true, value: 'manager' });
    expect((await changing).ok).toBe(true);
    expect(archive.site?.store.name).toBe('New');
    expect(access.asked.value).toBeNull();
  });

  it('a change is refused when it is given up', async () => {
    const { settings, access, archive } = await aGuardedShop();
    const changing = [settings.setStore(store), settings.setCredential(1, { kind: 'bearer', token: 'x' })];
    await settle();
    access.cancel();
    for (const change of changing)
      expect(await change).toMatchObject({ ok: false, problem: { code: 'not-permitted' } });
    expect(archive.site?.store.name).toBe('Aoba');
    expect(archive.credentials.size).toBe(0);
  });

  it('of a merchandiser figures leave, and nothing is changed', async () => {
    const { access, archive } = await aGuardedShop();
    await access.signIn(PIN, 'change');
    expect(await access.setPin('merchandiser', PIN)).toMatchObject({ problem: { code: 'in-use' } });
    await access.setPin('merchandiser', OTHER);
    access.signOut();
    expect(await access.signIn(OTHER, 'change')).toMatchObject({ problem: { code: 'wrong' } });
    expect(await access.signIn(OTHER, 'export')).toEqual({ ok: true, value: 'merchandiser' });
    expect([access.may('export'), access.may('change'), access.may('preview')]).toEqual([true, false, false]);
    expect(archive.accessNotes.at(-1)).toEqual({ code: 'pin-set', role: 'merchandiser' });
  });

  it('is asked for again after ten minutes without use', async () => {
    const { access, clock } = await aGuardedShop();
    await access.signIn(PIN, 'change');
    await clock.advance(IDLE_MS - 10_000);
    access.touch();
    await clock.advance(IDLE_MS - 10_000);
    expect(access.role.value).toBe('manager');
    await clock.advance(10_000);
    expect(access.role.value).toBeNull();
    expect(access.may('change')).toBe(false);
  });

  it('everything that needs one is shut while PINs cannot be read', async () => {
    const { archive, clock, secrets } = await aGuardedShop();
    archive.problems.readAccess = 'storage-unavailable';
    const access = createAccessStore({ archive, clock, secrets });
    await access.load();
    expect(access.hasPin.value).toBeNull();
    expect(access.may('change')).toBe(false);
    expect(access.may('see-figures')).toBe(true);
    expect(await access.signIn(PIN, 'change')).toMatchObject({ ok: false, problem: { code: 'storage' } });
  });

  it('all can be taken away again by the manager', async () => {
    const { access, archive } = await aGuardedShop();
    await access.signIn(PIN, 'change');
    expect((await access.removePin('manager')).ok).toBe(true);
    expect(archive.access).toEqual([]);
    expect(access.may('change')).toBe(true);
  });
});

describe('wrong PINs', () => {
  it('lock after five, for longer each time, and a reload does not forgive them', async () => {
    const { access, archive, clock, secrets } = await aGuardedShop();
    for (let tried = 1; tried < 5; tried += 1)
      expect(await access.signIn(OTHER, 'change')).toMatchObject({ problem: { code: 'wrong' } });
    const untilMs = Math.ceil(clock.nowMs() / 1000) * 1000 + 30_000;
    expect(await access.signIn(OTHER, 'change')).toMatchObject({ problem: { code: 'locked', untilMs } });
    expect(archive.accessNotes.at(-1)).toEqual({ code: 'access-locked', role: 'manager' });

    const reloaded = createAccessStore({ archive, clock, secrets });
    const before = secrets.tries;
    expect(await reloaded.signIn(PIN, 'change')).toMatchObject({ problem: { code: 'locked' } });
    expect(secrets.tries).toBe(before);
    await clock.advance(31_000);
    expect(await reloaded.signIn(OTHER, 'change')).toMatchObject({ problem: { code: 'locked' } });
    await clock.advance(61_000);
    expect((await reloaded.signIn(PIN, 'change')).ok).toBe(true);
    expect(await reloaded.signIn(OTHER, 'change')).toMatchObject({ problem: { code: 'wrong' } });
  });

  it('count before they are known to be wrong', async () => {
    const { access, archive } = await aGuardedShop();
    const signing = access.signIn(OTHER, 'change');
    await settle();
    await signing;
    expect(archive.access).toContainEqual({ key: 'manager-lock', wrong: 1, until_s: 0 });
  });

  it('of the manager are not forgiven by the merchandiser’s', async () => {
    const { access, archive } = await aGuardedShop();
    await access.signIn(PIN, 'change');
    await access.setPin('merchandiser', OTHER);
    access.signOut();
    for (let tried = 1; tried < 5; tried += 1) await access.signIn('650291', 'change');
    await access.signIn(OTHER, 'export');
    const lock = archive.access.find(({ key }) => key === 'manager-lock');
    expect(lock).toMatchObject({ wrong: 5 });
  });
});

describe('the recovery code', () => {
  it('gives a new manager’s PIN once, and another code', async () => {
    const { access, archive, recoveryCode } = await aGuardedShop();
    const recovered = await access.recover(recoveryCode.toLowerCase(), OTHER);
    expect(recovered.ok).toBe(true);
    expect(archive.accessNotes.at(-1)).toEqual({ code: 'recovery-used', role: 'manager' });
    expect(await access.signIn(PIN, 'change')).toMatchObject({ problem: { code: 'wrong' } });
    expect((await access.signIn(OTHER, 'change')).ok).toBe(true);
  });

  it('is guarded by the same lock', async () => {
    const { access } = await aGuardedShop();
    for (let tried = 1; tried < 5; tried += 1)
      expect(await access.recover('AAAAA', OTHER)).toMatchObject({ problem: { code: 'wrong' } });
    expect(await access.recover('AAAAA', OTHER)).toMatchObject({ problem: { code: 'locked' } });
  });
});
