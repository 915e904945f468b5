import { expect, test } from 'vitest';
import { isLocalHost, needsNetworkPermission } from '../../../src/core/whep/local-host.ts';

test.each([
  'localhost',
  'GATEWAY.local',
  '127.0.0.1',
  '10.1.2.3',
  '172.16.0.1',
  '172.31.255.255',
  '192.168.1.10',
  '169.254.1.1',
  '100.64.0.1',
  '[::1]',
  'fd12:3456::1',
  'fe80::1',
])('%s is within the shop', (host) => {
  expect(isLocalHost(host)).toBe(true);
});

test.each([
  '',
  'example.com',
  'localhost.example.com',
  '10.example.com',
  '127.0.0.1.example.com',
  '172.32.0.1',
  '192.169.0.1',
  '100.128.0.1',
  '8.8.8.8',
  '2001:db8::1',
  'fdomain.example',
])('%s is not', (host) => {
  expect(isLocalHost(host)).toBe(false);
});

test.each([
  ['localhost', '127.0.0.1', false],
  ['localhost', '192.168.1.10', false],
  ['127.0.0.1', 'gateway.local', false],
  ['[::1]', '10.0.0.2', false],
  ['192.168.1.5', '192.168.1.10', false],
  ['192.168.1.5', 'localhost', true],
  ['192.168.1.5', 'gateway.example', true],
  ['kazoe.example', '192.168.1.10', true],
  ['kazoe.example', 'localhost', true],
  ['kazoe.example', 'gateway.example', true],
  ['kazoe.example', '8.8.8.8', false],
])('a page of %s that reaches for %s: permission is needed: %s', (page, target, isNeeded) => {
  expect(needsNetworkPermission(page, target)).toBe(isNeeded);
});
