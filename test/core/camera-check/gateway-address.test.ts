import { describe, expect, test } from 'vitest';
import { gatewayUrl, kindOf, readGatewayAddress } from '../../../src/core/camera-check/gateway-address.ts';

describe('the address of a stream', () => {
  test.each([
    ['mediamtx', '192.168.1.10', 'entrance', 'http://192.168.1.10:8889/entrance/whep'],
    ['mediamtx', 'https://gw.local/', 'floor1/door', 'https://gw.local/floor1/door/whep'],
    ['mediamtx', 'gw:9000', 'レジ', 'http://gw:9000/%E3%83%AC%E3%82%B8/whep'],
    ['go2rtc', 'localhost', 'door 1', 'http://localhost:1984/api/webrtc?src=door%201'],
    ['janus', '[fd00::1]', 'door', 'http://[fd00::1]:7090/whep/endpoint/door'],
  ] as const)('of %s on %s with the name %s is %s', (...[kind, host, stream, url]) => {
    expect(gatewayUrl(kind, { host, stream })).toEqual({ ok: true, value: url });
    expect(kindOf(url)).toBe(kind);
  });

  test.each([
    ['', 'door'],
    ['gw', ' '],
    ['user:secret@gw', 'door'],
    ['ftp://gw', 'door'],
    ['two words', 'door'],
  ])('does not come of the host “%s” and the name “%s”', (host, stream) => {
    expect(gatewayUrl('mediamtx', { host, stream })).toMatchObject({
      problem: { detail: { reason: 'address' } },
    });
  });
});

describe('a pasted address', () => {
  test.each([
    ['http://gw:8889/door/whep', 'mediamtx', 'http://gw:8889/door/whep'],
    [' http://gw:8889/door ', 'mediamtx', 'http://gw:8889/door/whep'],
    ['http://gw:8889/door/?muted=true', 'mediamtx', 'http://gw:8889/door/whep'],
    ['http://gw:8889', 'mediamtx', 'http://gw:8889'],
    ['http://gw:1984/stream.html?src=door&mode=webrtc', 'go2rtc', 'http://gw:1984/api/webrtc?src=door'],
    ['http://gw:1984/api/webrtc?src=door', 'go2rtc', 'http://gw:1984/api/webrtc?src=door'],
    ['http://gw:7090/whep/endpoint/door', 'janus', 'http://gw:7090/whep/endpoint/door'],
    ['https://gw/play/door#now', 'other', 'https://gw/play/door'],
  ])('%s is %s at %s', (text, kind, url) => {
    expect(readGatewayAddress(text)).toEqual({ ok: true, value: { kind, url } });
  });

  test.each([
    ['rtsp://admin:secret@192.168.1.64/stream1', 'rtsp'],
    ['RTSPS://192.168.1.64/stream1', 'rtsp'],
    ['http://admin:secret@gw/door/whep', 'address'],
    ['door', 'address'],
  ])('%s is refused as %s', (text, reason) => {
    expect(readGatewayAddress(text)).toEqual({
      ok: false,
      problem: { code: 'settings-invalid', detail: { reason } },
    });
  });
});
