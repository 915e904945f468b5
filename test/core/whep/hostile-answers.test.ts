import { expect, test } from 'vitest';
import { ownIceServers, parseIceServers } from '../../../src/core/whep/ice-servers.ts';
import {
  checkRemoteDescription,
  onlyReceivesVideo,
  withoutForeignCandidates,
} from '../../../src/core/whep/session-description.ts';

const GATEWAY = '192.168.1.10';
const HEAD = 'v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n';
const VIDEO = 'm=video 9 UDP/TLS/RTP/SAVPF 96\r\nc=IN IP4 0.0.0.0\r\na=sendonly\r\n';
const candidate = (address: string): string => `a=candidate:1 1 udp 2130706431 ${address} 8189 typ host\r\n`;

test.each<[string, string]>([
  ['a data channel beside the video', `${HEAD}${VIDEO}m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\n`],
  [
    'a data channel in the bundle',
    `${HEAD}a=group:BUNDLE 0 1\r\n${VIDEO}m=application 9 UDP/DTLS/SCTP x\r\na=mid:1\r\n`,
  ],
  ['a kind of media that nobody knows', `${HEAD}${VIDEO}m=text 9 RTP/AVP 98\r\n`],
  ['a thousand kilobytes', `${HEAD}${VIDEO}${'a=x\r\n'.repeat(200_000)}`],
  ['a web page', '<html><body>v=0</body></html>'],
  ['a page after the first line', '<!-- v=0 -->'],
])('an answer with %s is refused', (_, sdp) => {
  expect(checkRemoteDescription(sdp).ok).toBe(false);
});

test('whatever it asks for, our own description may send nothing', () => {
  expect(onlyReceivesVideo(`${HEAD}${VIDEO.replace('sendonly', 'sendrecv')}`)).toBe(false);
  expect(
    onlyReceivesVideo(`${HEAD}m=audio 9 RTP/AVP 0\r\na=sendonly\r\n${VIDEO.replace('sendonly', 'recvonly')}`),
  ).toBe(false);
});

test.each(['203.0.113.9', '2001:db8::1', 'evil.example.com', '8.8.8.8', '192.168.1.10.evil.example'])(
  'a candidate at %s is dropped, so that no packet leaves the shop',
  (address) => {
    const kept = withoutForeignCandidates(
      `${HEAD}${VIDEO}${candidate(GATEWAY)}${candidate(address)}`,
      GATEWAY,
    );
    expect(kept).toContain(`${GATEWAY} 8189`);
    expect(kept).not.toContain(`${address} 8189`);
  },
);

test.each([
  '<stun:stun.l.google.com:19302>; rel="ice-server"',
  '<turn:203.0.113.9>; rel="ice-server"; username="u"; credential="c"',
  '<stun:192.168.1.10.evil.example>; rel="ice-server"',
  '<stun:192.168.1.10@evil.example>; rel="ice-server"',
  '<stun:192.168.1.10\r\nX-Evil: 1>; rel="ice-server"',
])('the server %s is not used', (header) => {
  expect(ownIceServers(parseIceServers(header), GATEWAY)).toEqual([]);
});
