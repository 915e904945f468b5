import { failed, ok, type Result } from '../../core/result.ts';
import { ownIceServers, type IceServer } from '../../core/whep/ice-servers.ts';
import { checkRemoteDescription, withoutForeignCandidates } from '../../core/whep/session-description.ts';
import { mayConnectTo } from '../platform/connect-origins.ts';
import { networkDenied } from './local-network-permission.ts';
import { answerOffer, createOffer, takeAnswer, whenConnected } from './receiving-peer.ts';
import { deleteSession, patchAnswer, postOffer, type WhepAccess, type WhepReply } from './whep-client.ts';

/** A connection on which a gateway's video arrives, and how to end it there. */
export interface WhepSession {
  readonly peer: RTCPeerConnection;
  /** Null when the gateway gave no address for it, or one that this page may not talk to. */
  readonly access: WhepAccess | null;
}

/**
 * Opens a session (draft-ietf-wish-whep); resolves when the media connection stands. It is first tried without any
 * STUN or TURN server, and only when no media comes through with those on the gateway's own host, if it names any.
 */
export async function openWhepSession(
  access: WhepAccess,
  abandoned: Promise<void>,
): Promise<Result<WhepSession>> {
  const first = await attempt(access, { iceServers: [], abandoned });
  if (first.result.ok || first.iceServers.length === 0) return first.result;
  return (await attempt(access, { iceServers: first.iceServers, abandoned })).result;
}

/** Both are needed: without DELETE the gateway notices after seconds, after DELETE alone the peer stays "connected". */
export async function endWhepSession({ peer, access }: WhepSession): Promise<void> {
  const deleted = access ? deleteSession(access) : null;
  peer.close();
  await deleted;
}

interface Circumstances {
  readonly iceServers: readonly IceServer[];
  readonly abandoned: Promise<void>;
}

interface Attempt {
  readonly result: Result<WhepSession>;
  /** With which another attempt may come through; none where that would not help. */
  readonly iceServers: readonly IceServer[];
}

async function attempt(endpoint: WhepAccess, circumstances: Circumstances): Promise<Attempt> {
  const peer = newPeer(circumstances.iceServers);
  const posted = await postOffer(endpoint, await createOffer(peer));
  if (!posted.ok) {
    peer.close();
    return { result: posted, iceServers: [] };
  }
  const gatewayHost = new URL(endpoint.url).hostname;
  const reply = { ...posted.value, sdp: withoutForeignCandidates(posted.value.sdp, gatewayHost) };
  const own = ownIceServers(reply.iceServers, gatewayHost);
  const session = { peer, access: allowed(reply.session) };
  const agreed = await agree(session, reply, own);
  if (!agreed.ok) {
    await endWhepSession(session);
    return { result: agreed, iceServers: [] };
  }
  const connected = await connect(agreed.value, gatewayHost, circumstances.abandoned);
  return { result: connected, iceServers: isBlocked(connected) ? own : [] };
}

/** Takes the answer, or answers the counter-offer with a peer of its own. */
async function agree(
  session: WhepSession,
  { kind, sdp }: WhepReply,
  iceServers: readonly IceServer[],
): Promise<Result<WhepSession>> {
  const checked = checkRemoteDescription(sdp);
  if (!checked.ok) return checked;
  if (kind === 'offer') return agreeToOffer(session, sdp, iceServers);
  const taken = await takeAnswer(session.peer, sdp);
  return taken.ok ? ok(session) : taken;
}

async function agreeToOffer(
  { peer: refused, access }: WhepSession,
  sdp: string,
  iceServers: readonly IceServer[],
): Promise<Result<WhepSession>> {
  refused.close();
  if (!access) return failed('camera-answer-invalid', { reason: 'location' });
  const peer = newPeer(iceServers);
  const answer = await answerOffer(peer, sdp);
  const sent = answer.ok ? await patchAnswer(access, answer.value) : answer;
  if (sent.ok) return ok({ peer, access });
  peer.close();
  return sent;
}

async function connect(
  session: WhepSession,
  gatewayHost: string,
  abandoned: Promise<void>,
): Promise<Result<WhepSession>> {
  const connected = await whenConnected(session.peer, abandoned);
  if (connected.ok) return ok(session);
  await endWhepSession(session);
  return isBlocked(connected) && (await networkDenied(gatewayHost))
    ? failed('camera-permission-denied', { reason: 'local-network' })
    : connected;
}

/** Agreed, but no media came through. */
function isBlocked(result: Result<unknown>): boolean {
  return !result.ok && result.problem.detail?.['reason'] === 'media';
}

/** A session elsewhere than at a configured camera is not talked to, not even to end it. */
function allowed(access: WhepAccess | null): WhepAccess | null {
  return access && mayConnectTo(access.url) ? access : null;
}

/** Taken before the page gives it up (`guard-page.ts`); absent outside of a browser. */
const Peer = globalThis.RTCPeerConnection;

function newPeer(iceServers: readonly IceServer[]): RTCPeerConnection {
  return new Peer({ iceServers: [...iceServers], bundlePolicy: 'max-bundle' });
}
