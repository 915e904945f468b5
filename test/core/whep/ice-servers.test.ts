import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownIceServers, parseIceServers } from '../../../src/core/whep/ice-servers.ts';

test('servers are read from one header or several joined by commas, in order', () => {
  const header =
    '<stun:stun.example.net:3478>; rel="ice-server", ' +
    '<turns:turn.example.net?transport=tcp>; rel="ice-server"; username="a,b;\\"c"; credential="p>w"; credential-type="password"';
  expect(parseIceServers(header)).toEqual([
    { urls: 'stun:stun.example.net:3478' },
    { urls: 'turns:turn.example.net?transport=tcp', username: 'a,b;"c', credential: 'p>w' },
  ]);
});

test.each<[string, string | null]>([
  ['no header', null],
  [
    'an extension of the protocol',
    '<https://gw/sse>; rel="urn:ietf:params:whep:ext:core:server-sent-events"',
  ],
  ['a server without its relation', '<stun:stun.example.net>'],
  ['a TURN server without credentials', '<turn:turn.example.net>; rel="ice-server"'],
  ['an address that is no server', '<javascript:alert(1)>; rel="ice-server"'],
  ['a server with a path', '<stun:stun.example.net/x>; rel="ice-server"'],
  ['a header without end', `<stun:a>; rel="ice-server"${' '.repeat(5000)}`],
])('%s names no server', (_, header) => {
  expect(parseIceServers(header)).toEqual([]);
});

test('a gateway cannot name servers without end', () => {
  expect(parseIceServers(Array<string>(50).fill('<stun:a.b>; rel="ice-server"').join(','))).toHaveLength(8);
});

test('only those on the host of the gateway are used, so that no stranger learns of the shop', () => {
  const servers = parseIceServers(
    '<stun:stun.l.google.com:19302>; rel="ice-server", <stun:192.168.1.10>; rel="ice-server", ' +
      '<turn:[fd00::1]:3478>; rel="ice-server"; username="u"; credential="c", <stun:192.168.1.99>; rel="ice-server"',
  );
  expect(ownIceServers(servers, '192.168.1.10')).toEqual([{ urls: 'stun:192.168.1.10' }]);
  expect(ownIceServers(servers, '[fd00::1]')).toMatchObject([{ urls: 'turn:[fd00::1]:3478' }]);
  expect(ownIceServers(servers, 'gateway')).toEqual([]);
});

test('any text whatever is read without an exception and within a moment', () => {
  const noise = fc.string({
    maxLength: 4000,
    unit: fc.constantFrom('<', '>', '"', '\\', ';', ',', '=', 'a', 'rel', ' '),
  });
  fc.assert(fc.property(noise, (header) => void parseIceServers(header)));
});
