import type { Credential } from '../../contracts/archive.ts';
import type { OpenedCamera } from '../../contracts/ports.ts';
import { failed, ok, type Problem, type Result } from '../../core/result.ts';
import { mayConnectTo } from '../platform/connect-origins.ts';
import { framesOf } from './frame-pump.ts';
import { localNetworkDenied } from './local-network-permission.ts';
import { readPeerStats } from './read-stats.ts';
import { answerOffer, createOffer, takeAnswer, videoOf, whenConnected } from './receiving-peer.ts';
import { createStreamEnd } from './stream-end.ts';
import { deleteSession, patchAnswer, postOffer, type WhepAccess, type WhepReply } from './whep-client.ts';

interface Session {
  readonly peer: RTCPeerConnection;
  /** Null when the gateway gave no address for it. */
  readonly access: WhepAccess | null;
}

/**
 * Receives the video of a WHEP gateway (draft-ietf-wish-whep), never sends any. Resolves when the media connection
 * stands; `ended` tells its loss with `camera-unreachable`.
 */
export async function openWhepCamera(
  url: string,
  credential: Credential | null,
): Promise<Result<OpenedCamera>> {
  if (!mayConnectTo(url)) return failed('camera-origin-not-allowed');
  const peer = new RTCPeerConnection();
  const reply = await postOffer({ url, credential }, await createOffer(peer));
  if (!reply.ok) {
    peer.close();
    return reply;
  }
  const accepted = await acceptReply({ peer, access: reply.value.session }, reply.value);
  return accepted.ok ? watch(accepted.value) : accepted;
}

/** Takes the answer, or answers the counter-offer with a peer of its own, and waits for the connection. */
async function acceptReply(session: Session, reply: WhepReply): Promise<Result<Session>> {
  const agreed =
    reply.kind === 'answer' ? await agree(session, reply.sdp) : await agreeToOffer(session, reply.sdp);
  const connected = agreed.ok ? await whenConnected(agreed.value.peer) : agreed;
  if (agreed.ok && connected.ok) return agreed;
  await endSession(agreed.ok ? agreed.value : session);
  if (!connected.ok && connected.problem.code === 'camera-unreachable' && (await localNetworkDenied())) {
    return failed('camera-permission-denied', { reason: 'local-network' });
  }
  return connected.ok ? agreed : connected;
}

async function agree(session: Session, sdp: string): Promise<Result<Session>> {
  const taken = await takeAnswer(session.peer, sdp);
  return taken.ok ? ok(session) : taken;
}

async function agreeToOffer({ peer: refused, access }: Session, sdp: string): Promise<Result<Session>> {
  refused.close();
  if (!access) return failed('camera-answer-invalid', { reason: 'location' });
  const peer = new RTCPeerConnection();
  const answer = await answerOffer(peer, sdp);
  const sent = answer.ok ? await patchAnswer(access, answer.value) : answer;
  if (sent.ok) return ok({ peer, access });
  peer.close();
  return sent;
}

function watch(session: Session): Result<OpenedCamera> {
  const { peer } = session;
  const track = videoOf(peer);
  const onPageHide = () => void endSession(session);
  const end = createStreamEnd(() => {
    removeEventListener('pagehide', onPageHide);
    track.stop();
    void endSession(session);
  });
  const lost: Problem = { code: 'camera-unreachable', detail: { reason: 'connection-lost' } };
  peer.addEventListener('connectionstatechange', () => {
    if (peer.connectionState === 'failed' || peer.connectionState === 'closed') end.settle(lost);
  });
  track.addEventListener('ended', () => end.settle(lost), { once: true });
  addEventListener('pagehide', onPageHide, { once: true });
  return ok({
    frames: framesOf(track),
    startsAtMs: null,
    everyFrame: false,
    ended: end.promise,
    stats: () => (peer.signalingState === 'closed' ? Promise.resolve(null) : readPeerStats(peer)),
    close: () => end.settle(null),
  });
}

/** Both are needed: without DELETE the gateway notices after seconds, after DELETE alone the peer stays "connected". */
async function endSession({ peer, access }: Session): Promise<void> {
  const deleted = access ? deleteSession(access) : null;
  peer.close();
  await deleted;
}
