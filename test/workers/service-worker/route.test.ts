import { expect, test } from 'vitest';
import type { BuildManifest } from '../../../src/contracts/build-manifest.ts';
import { withConnectSources } from '../../../workers/service-worker/connect-sources.ts';
import { otherAddress } from '../../../workers/service-worker/load-again.ts';
import { routeOf } from '../../../workers/service-worker/route.ts';

const file = { sha256: '0'.repeat(64), bytes: 1, headers: 'js' };
const manifest: BuildManifest = {
  build: '1',
  headers: { js: {} },
  files: { '/index.html': file, '/assets/main-1.js': file },
};
const rules = {
  manifest,
  ownOrigin: 'http://localhost:4180',
  cameraOrigins: new Set(['http://192.168.1.10:8889']),
};

test.each<[string, { method?: string; isNavigation?: boolean }, string]>([
  ['http://localhost:4180/', { isNavigation: true }, 'document'],
  ['http://localhost:4180/#/history', { isNavigation: true }, 'document'],
  ['http://localhost:4180/?x=1', { isNavigation: true }, 'document'],
  ['http://localhost:4180/assets/main-1.js', {}, 'file'],
  ['http://localhost:4180/index.html', {}, 'file'],
  ['http://localhost:4180/assets/main-1.js?figures=12', {}, 'refuse'],
  ['http://localhost:4180/assets/unknown.js', {}, 'refuse'],
  ['http://localhost:4180/constructor', {}, 'refuse'],
  ['http://localhost:4180/assets/main-1.js', { method: 'POST' }, 'refuse'],
  ['http://localhost:4180/', { method: 'POST', isNavigation: true }, 'refuse'],
  ['http://localhost:4180/nothing', { isNavigation: true }, 'network'],
  ['http://192.168.1.10:8889/door/whep', { method: 'POST' }, 'network'],
  ['http://192.168.1.10:8889/session/1', { method: 'DELETE' }, 'network'],
  ['http://192.168.1.10/door/whep', { method: 'POST' }, 'refuse'],
  ['https://192.168.1.10:8889/door/whep', { method: 'POST' }, 'refuse'],
  ['https://elsewhere.example/', {}, 'refuse'],
])('%s %o: %s', (url, { method = 'GET', isNavigation = false }, kind) => {
  expect(routeOf({ method, url, isNavigation }, rules).kind).toBe(kind);
});

test("before the settings are read the document's own policy decides about other origins", () => {
  const asked = { method: 'POST', url: 'http://192.168.1.10:8889/door/whep', isNavigation: false };
  expect(routeOf(asked, { ...rules, cameraOrigins: null }).kind).toBe('network');
  expect(routeOf(asked, { ...rules, cameraOrigins: new Set() }).kind).toBe('refuse');
});

const POLICY = "default-src 'none'; connect-src 'self'; worker-src 'self'";

test('camera origins join the connections of the policy, and nothing else changes', () => {
  expect(withConnectSources(POLICY, ['http://192.168.1.10:8889', 'https://gw'])).toBe(
    "default-src 'none'; connect-src 'self' http://192.168.1.10:8889 https://gw; worker-src 'self'",
  );
  expect(withConnectSources(POLICY, [])).toBe(POLICY);
});

test.each([
  "http://gw; script-src 'unsafe-inline'",
  'http://gw https://x',
  '*',
  'https:',
  "'unsafe-eval'",
  'http://gw/\n',
  '$&',
])('what is no origin never reaches the policy: %s', (text) => {
  expect(withConnectSources(POLICY, [text])).toBe(POLICY);
});

test.each([
  ['http://localhost:4180/', 'http://localhost:4180/?'],
  ['http://localhost:4180/#/history?day=1', 'http://localhost:4180/?#/history?day=1'],
  ['http://localhost:4180/?a=1#/x', 'http://localhost:4180/?a=1&#/x'],
])('%s has another address for the load after an update, and comes back to its own', (url, other) => {
  expect(otherAddress(url)).toBe(other);
  expect(otherAddress(other)).toBe(url);
});
