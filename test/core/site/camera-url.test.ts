import { expect, test } from 'vitest';
import { cameraOrigins } from '../../../src/core/site/camera-origins.ts';
import { parseCameraUrl } from '../../../src/core/site/camera-url.ts';
import { aCamera, aSite } from '../../builders/site.ts';

test.each([
  ['http://192.168.1.10:8889/door/whep', 'http://192.168.1.10:8889'],
  ['HTTPS://Gateway.Local/x', 'https://gateway.local'],
  ['http://gw:80/', 'http://gw'],
  ['https://gw:443', 'https://gw'],
  ['https://gw:80/', 'https://gw:80'],
  ['http://[fe80::1]:1984/api/webrtc?src=door', 'http://[fe80::1]:1984'],
  ['http://gw?x=1', 'http://gw'],
])('the origin of %s is %s', (text, origin) => {
  expect(parseCameraUrl(text)).toEqual({ ok: true, value: { href: text, origin } });
});

test.each(['http://192.168.1.10:8889/a', 'https://gw.example:8443/b?c=d', 'http://[::1]:80/x'])(
  '%s has the origin that the browser gives it',
  (text) => {
    const parsed = parseCameraUrl(text);
    expect(parsed.ok && parsed.value.origin).toBe(new URL(text).origin);
  },
);

test.each([
  ['nothing', ''],
  ['another scheme', 'rtsp://192.168.1.10/door'],
  ['a script', 'javascript:alert(1)'],
  ['a user name', 'http://admin:secret@192.168.1.10/door'],
  ['a policy smuggled in', "http://gw;script-src 'unsafe-inline'/"],
  ['a second source', 'http://gw https://elsewhere.example/'],
  ['a wildcard', 'http://*.example/'],
  ['a line break', 'http://gw\n/'],
  ['a space in the path', 'http://gw/a b'],
  ['a port out of range', 'http://gw:70000/'],
  ['port 0', 'http://gw:0/'],
  ['two dots in a row', 'http://gw..local/'],
  ['a fragment', 'http://gw/#x'],
  ['a name that needs punycode', 'http://ゲート.example/'],
  ['an endless address', `http://gw/${'a'.repeat(500)}`],
])('an address with %s is refused', (_, text) => {
  expect(parseCameraUrl(text).ok).toBe(false);
});

test('only gateways count as origins, each once', () => {
  const site = aSite({
    cameras: [
      aCamera({ id: 1, source: { kind: 'whep', url: 'http://gw:8889/a/whep' } }),
      aCamera({ id: 2, source: { kind: 'whep', url: 'http://GW:8889/b/whep' } }),
      aCamera({ id: 3, source: { kind: 'whep', url: 'http://elsewhere/whep' } }),
      aCamera({ id: 4, source: { kind: 'usb', deviceId: 'x' } }),
      aCamera({ id: 5, source: { kind: 'demo', seed: 1 } }),
    ],
  });
  expect(cameraOrigins(site)).toEqual(['http://elsewhere', 'http://gw:8889']);
});
