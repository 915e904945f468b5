import { failed, ok, type Result } from '../result.ts';
import { bareHost, isLocalHost } from './local-host.ts';

/** A session description is a few kilobytes; what is longer is something else. */
export const MAX_SDP_LENGTH = 64_000;

/** One `m=` section (RFC 8866 section 5.14). */
interface MediaSection {
  readonly kind: string;
  /** Port 0: turned down. */
  readonly isRefused: boolean;
  readonly direction: string;
}

/**
 * Whether a gateway's answer or offer may be handed to the browser: one video or more that it sends, and no data
 * channel. Problems: `camera-answer-invalid` with `reason`; `camera-codec-unsupported` when the video is turned down.
 */
export function checkRemoteDescription(sdp: string): Result<null> {
  if (sdp.length > MAX_SDP_LENGTH) return failed('camera-answer-invalid', { reason: 'size' });
  if (!sdp.startsWith('v=0')) return failed('camera-answer-invalid', { reason: 'sdp' });
  const sections = mediaSections(sdp);
  if (sections.some(({ kind }) => kind !== 'video' && kind !== 'audio')) {
    return failed('camera-answer-invalid', { reason: 'data-channel' });
  }
  const videos = sections.filter(({ kind }) => kind === 'video');
  if (videos.length === 0) return failed('camera-answer-invalid', { reason: 'no-video' });
  const isSent = videos.some(({ isRefused, direction }) => !isRefused && SENDS.has(direction));
  return isSent ? ok(null) : failed('camera-codec-unsupported', { reason: 'refused' });
}

/** What this page says of itself: exactly one video, received and not sent, and nothing else that is in use. */
export function onlyReceivesVideo(sdp: string): boolean {
  const used = mediaSections(sdp).filter(
    ({ isRefused, direction }) => !isRefused && direction !== 'inactive',
  );
  const [video] = used;
  return used.length === 1 && video?.kind === 'video' && video.direction === 'recvonly';
}

/**
 * The description without the candidates outside of the shop's network, so that no packet goes there. A gateway
 * that is itself outside keeps its candidates: the operator has entered its address.
 */
export function withoutForeignCandidates(sdp: string, gatewayHost: string): string {
  const gateway = bareHost(gatewayHost);
  if (!isLocalHost(gateway)) return sdp;
  return sdp
    .split(LINE_END)
    .filter((line) => !line.startsWith('a=candidate:') || isLocalHost(addressOf(line)))
    .join('\r\n');
}

const LINE_END = /\r\n|\r|\n/;
const SENDS: ReadonlySet<string> = new Set(['sendonly', 'sendrecv']);
const DIRECTION = /^a=(sendonly|recvonly|sendrecv|inactive)\s*$/;

/** `candidate:foundation component transport priority address port …` (RFC 8839 section 5.1). */
function addressOf(candidate: string): string {
  return candidate.split(' ')[4] ?? '';
}

function mediaSections(sdp: string): readonly MediaSection[] {
  const [session = [], ...media] = sectionsOf(sdp.split(LINE_END));
  const usual = directionIn(session) ?? 'sendrecv';
  return media.map((lines) => {
    const [kind = '', port = ''] = (lines[0] ?? '').slice('m='.length).split(' ');
    return { kind, isRefused: port === '0', direction: directionIn(lines) ?? usual };
  });
}

/** What stands before the first `m=` line, then each section with its `m=` line. */
function sectionsOf(lines: readonly string[]): readonly (readonly string[])[] {
  const sections: string[][] = [[]];
  for (const line of lines) {
    if (line.startsWith('m=')) sections.push([]);
    sections.at(-1)?.push(line);
  }
  return sections;
}

function directionIn(lines: readonly string[]): string | undefined {
  return lines.map((line) => DIRECTION.exec(line)?.[1]).find((direction) => direction !== undefined);
}
