import { expect, it } from 'vitest';
import { aRecordingPc, valueOf } from './a-shop.ts';

const PROOF = { salt: 'ab'.repeat(16), iterations: 600_000, digest: 'cd'.repeat(32) };

it('keeps proofs of PINs and notes the role, never a secret', async () => {
  const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
  const put = [
    { key: 'manager', ...PROOF },
    { key: 'manager-lock', wrong: 0, until_s: 0 },
  ] as const;
  valueOf(await pc.archive.changeAccess({ put, note: { code: 'pin-set', role: 'manager' } }));
  expect(valueOf(await pc.archive.readAccess())).toEqual(put);
  const [entry] = valueOf(await pc.archive.journal(1));
  expect(entry).toMatchObject({ code: 'pin-set', numbers: [2], texts: [] });
  expect(valueOf(await pc.archive.checkJournal('all')).brokenAt).toBeNull();
  const places = valueOf(await pc.archive.inventory('all')).places;
  expect(places.find(({ place }) => place === 'kazoe/access')).toMatchObject({ records: 2, foreign: 0 });
});

it('removes them and says so', async () => {
  const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
  valueOf(await pc.archive.changeAccess({ put: [{ key: 'manager', ...PROOF }] }));
  const note = { code: 'pin-removed', role: 'manager' } as const;
  valueOf(await pc.archive.changeAccess({ remove: ['manager'], note }));
  expect(valueOf(await pc.archive.readAccess())).toEqual([]);
  expect(valueOf(await pc.archive.journal(1))[0]).toMatchObject({ code: 'pin-removed', numbers: [2] });
});

it('keeps and notes nothing of what the gate refuses', async () => {
  const pc = await aRecordingPc('2026-11-24T10:00:00+09:00');
  const put = [{ key: 'manager', ...PROOF, iterations: 1000 }] as const;
  const note = { code: 'pin-set', role: 'manager' } as const;
  const refused = await pc.archive.changeAccess({ put, note });
  expect(refused).toMatchObject({ ok: false, problem: { code: 'record-rejected' } });
  expect(valueOf(await pc.archive.readAccess())).toEqual([]);
  expect(valueOf(await pc.archive.journal(1))[0]?.code).not.toBe('pin-set');
});
