import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  checkRemoteDescription,
  onlyReceivesVideo,
  withoutForeignCandidates,
} from '../../../src/core/whep/session-description.ts';

/** A description with these media sections, each `kind [port] [direction]`. */
function sdp(...sections: readonly string[]): string {
  const lines = ['v=0', 'o=- 1 1 IN IP4 127.0.0.1', 's=-', 't=0 0'];
  for (const section of sections) {
    const [kind = '', port = '9', direction = 'sendonly'] = section.split(' ');
    lines.push(`m=${kind} ${port} UDP/TLS/RTP/SAVPF 96`, 'c=IN IP4 0.0.0.0', `a=${direction}`);
  }
  return `${lines.join('\r\n')}\r\n`;
}

describe('a description of a gateway', () => {
  test.each<[string, string]>([
    ['one video', sdp('video')],
    ['a video that it would also receive', sdp('video 9 sendrecv')],
    ['a video and its sound', sdp('audio', 'video')],
    ['two videos', sdp('video', 'video')],
    ['a direction for all', 'v=0\r\na=sendonly\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\n'],
    ['no direction, which means both (RFC 8866)', 'v=0\nm=video 9 UDP/TLS/RTP/SAVPF 96\n'],
  ])('with %s is taken', (_, text) => {
    expect(checkRemoteDescription(text)).toEqual({ ok: true, value: null });
  });

  test.each<[string, string, object]>([
    ['nothing', '', { code: 'camera-answer-invalid', detail: { reason: 'sdp' } }],
    ['a web page', '<!doctype html>', { code: 'camera-answer-invalid', detail: { reason: 'sdp' } }],
    ['no media', sdp(), { code: 'camera-answer-invalid', detail: { reason: 'no-video' } }],
    ['sound alone', sdp('audio'), { code: 'camera-answer-invalid', detail: { reason: 'no-video' } }],
    [
      'a data channel',
      sdp('video', 'application'),
      { code: 'camera-answer-invalid', detail: { reason: 'data-channel' } },
    ],
    ['a refused video', sdp('video 0'), { code: 'camera-codec-unsupported', detail: { reason: 'refused' } }],
    [
      'a video that it wants from us',
      sdp('video 9 recvonly'),
      { code: 'camera-codec-unsupported', detail: { reason: 'refused' } },
    ],
    [
      'more than a description can hold',
      sdp('video').padEnd(70_000, 'x'),
      { code: 'camera-answer-invalid', detail: { reason: 'size' } },
    ],
  ])('with %s is not', (_, text, problem) => {
    expect(checkRemoteDescription(text)).toEqual({ ok: false, problem });
  });

  test('of any text whatever is decided without an exception', () => {
    const lines = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('m=', 'm=video', 'a=sendonly', 'a=candidate:')),
    );
    fc.assert(
      fc.property(lines, (text) => {
        const given = ['v=0', ...text].join('\n');
        checkRemoteDescription(withoutForeignCandidates(given, '192.168.1.10'));
        onlyReceivesVideo(given);
      }),
    );
  });
});

describe('our own description', () => {
  test.each<[boolean, string, string]>([
    [true, 'one video that is received', sdp('video 9 recvonly')],
    [true, 'sound that is turned down', sdp('audio 0 recvonly', 'video 9 recvonly', 'video 9 inactive')],
    [false, 'nothing received', sdp('video 9 inactive')],
    [false, 'a video that is sent', sdp('video 9 sendrecv')],
    [false, 'sound that is sent', sdp('video 9 recvonly', 'audio 9 sendonly')],
    [false, 'sound that is received', sdp('video 9 recvonly', 'audio 9 recvonly')],
    [false, 'a data channel', sdp('video 9 recvonly', 'application 9 sendrecv')],
  ])('is %s as one that only receives a video with %s', (expected, _, text) => {
    expect(onlyReceivesVideo(text)).toBe(expected);
  });
});

describe('candidates', () => {
  const candidate = (address: string): string => `a=candidate:1 1 udp 2130706431 ${address} 8189 typ host`;
  const text = [
    'v=0',
    candidate('192.168.1.10'),
    candidate('203.0.113.9'),
    candidate('2001:db8::1'),
    'a=end-of-candidates',
  ];

  test('outside of the shop are dropped where the gateway is inside', () => {
    for (const gateway of ['192.168.1.10', 'localhost', '[::1]', 'gateway.local']) {
      expect(withoutForeignCandidates(text.join('\r\n'), gateway).split('\r\n')).toEqual([
        'v=0',
        candidate('192.168.1.10'),
        'a=end-of-candidates',
      ]);
    }
  });

  test('stay where the gateway itself is outside', () => {
    expect(withoutForeignCandidates(text.join('\r\n'), 'gateway.example')).toBe(text.join('\r\n'));
  });
});
