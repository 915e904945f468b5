import { failed, ok, type Result } from '../../core/result.ts';
import { onlyReceivesVideo } from '../../core/whep/session-description.ts';

/** Loopback and LAN candidates are there at once; what takes longer is not needed. */
const GATHER_WITHIN_MS = 1000;
const CONNECT_WITHIN_MS = 15_000;

/** A complete offer to receive one video and nothing else. No data channel. */
export async function createOffer(peer: RTCPeerConnection): Promise<string> {
  peer.addTransceiver('video', { direction: 'recvonly' });
  await peer.setLocalDescription();
  return gathered(peer);
}

/** Problems: `camera-answer-invalid`; `camera-codec-unsupported` when the answer turns the video down. */
export async function takeAnswer(peer: RTCPeerConnection, sdp: string): Promise<Result<null>> {
  const described = await describe(() => peer.setRemoteDescription({ type: 'answer', sdp }));
  if (!described.ok) return described;
  return receivingTransceiver(peer) ? ok(null) : failed('camera-codec-unsupported', { reason: 'refused' });
}

/** The complete answer to a gateway's own offer: its first video is received, nothing else is. */
export async function answerOffer(peer: RTCPeerConnection, sdp: string): Promise<Result<string>> {
  const described = await describe(async () => {
    await peer.setRemoteDescription({ type: 'offer', sdp });
    const transceivers = peer.getTransceivers();
    const video = transceivers.find(({ receiver }) => receiver.track.kind === 'video');
    for (const transceiver of transceivers) {
      transceiver.direction = transceiver === video ? 'recvonly' : 'inactive';
    }
    await peer.setLocalDescription();
  });
  if (!described.ok) return described;
  if (!receivingTransceiver(peer)) return failed('camera-codec-unsupported', { reason: 'refused' });
  const answer = await gathered(peer);
  return onlyReceivesVideo(answer) ? ok(answer) : failed('camera-answer-invalid', { reason: 'sdp' });
}

async function describe(negotiate: () => Promise<void>): Promise<Result<null>> {
  try {
    await negotiate();
    return ok(null);
  } catch (error) {
    if (error instanceof DOMException) return failed('camera-answer-invalid', { reason: 'sdp' });
    throw error;
  }
}

/**
 * Resolves when media can flow. A connection that does not come about, or that nobody wants any more, is
 * `camera-unreachable`.
 */
export function whenConnected(peer: RTCPeerConnection, abandoned: Promise<void>): Promise<Result<null>> {
  return new Promise((resolve) => {
    const settle = (result: Result<null>) => {
      clearTimeout(deadline);
      peer.removeEventListener('connectionstatechange', look);
      resolve(result);
    };
    const look = () => {
      if (peer.connectionState === 'connected') settle(ok(null));
      if (isOver(peer)) settle(unreachable);
    };
    const unreachable = failed('camera-unreachable', { reason: 'media' });
    // A blocked connection check leaves the state at "new" for ever and fires nothing.
    const deadline = setTimeout(() => settle(unreachable), CONNECT_WITHIN_MS);
    peer.addEventListener('connectionstatechange', look);
    void abandoned.then(() => settle(failed('camera-unreachable', { reason: 'abandoned' })));
    look();
  });
}

/**
 * Calls back when the connection is lost or the gateway ends it. The latter shows in the transport alone: after the
 * gateway's close_notify that is "closed" while the connection stays "connected" (W3C webrtc-pc, RTCDtlsTransportState).
 */
export function onDisconnected(peer: RTCPeerConnection, tell: () => void): void {
  const look = () => {
    if (isOver(peer) || transport?.state === 'closed' || transport?.state === 'failed') tell();
  };
  const transport = receivingTransceiver(peer)?.receiver.transport;
  peer.addEventListener('connectionstatechange', look);
  transport?.addEventListener('statechange', look);
}

/** The received video. Call once the descriptions are agreed. */
export function videoOf(peer: RTCPeerConnection): MediaStreamTrack {
  const transceiver = receivingTransceiver(peer);
  if (!transceiver) throw new Error('the peer receives no video');
  return transceiver.receiver.track;
}

function receivingTransceiver(peer: RTCPeerConnection): RTCRtpTransceiver | undefined {
  return peer
    .getTransceivers()
    .find(
      ({ receiver, currentDirection }) => receiver.track.kind === 'video' && currentDirection === 'recvonly',
    );
}

function isOver({ connectionState }: RTCPeerConnection): boolean {
  return connectionState === 'failed' || connectionState === 'closed';
}

/** The local description with its candidates, or with those found in time. */
async function gathered(peer: RTCPeerConnection): Promise<string> {
  if (peer.iceGatheringState !== 'complete') {
    await new Promise<void>((resolve) => {
      const finish = () => {
        clearTimeout(deadline);
        peer.removeEventListener('icegatheringstatechange', look);
        resolve();
      };
      const look = () => {
        if (peer.iceGatheringState === 'complete') finish();
      };
      const deadline = setTimeout(finish, GATHER_WITHIN_MS);
      peer.addEventListener('icegatheringstatechange', look);
    });
  }
  return peer.localDescription?.sdp ?? '';
}
