import { expect, it } from 'vitest';
import { createSecrets } from '../../src/adapters/platform/secrets.ts';
import { faultOf } from '../../workers/archive/write-gate.ts';

it('proves a secret by PBKDF2-SHA-256 with a salt of its own', async () => {
  const secrets = createSecrets();
  const [proof, other] = await Promise.all([secrets.prove('284917'), secrets.prove('284917')]);
  expect(proof.salt).not.toBe(other.salt);
  expect(proof.iterations).toBeGreaterThanOrEqual(600_000);
  expect(faultOf({ store: 'access', record: { key: 'manager', ...proof } })).toBeNull();
  expect(await secrets.matches('284917', proof)).toBe(true);
  expect(await secrets.matches('284918', proof)).toBe(false);
});

it('agrees with a known PBKDF2-SHA-256 value', async () => {
  // RFC 7914, section 11: P "Password", S "NaCl", c = 80000, first 32 bytes.
  const digest = '4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56';
  const salt = Buffer.from('NaCl').toString('hex');
  expect(await createSecrets().matches('Password', { salt, iterations: 80_000, digest })).toBe(true);
});
