import { failed, ok, type Result } from '../../core/result.ts';

/** Loopback and LAN candidates are there at once; what takes longer is not needed. */
const GATHER_WITHIN_MS = 1000;
const CONNECT_WITHIN_MS = 15_000;

/** A complete offer to receive one video and nothing else. No data channel, no STUN or TURN server. */
export async function createOffer(peer: RTCPeerConnection): Promise<string> {
  peer.addTransceiver('video', { direction: 'recvonly' });
  await peer.setLocalDescription();
  return gathered(peer);
}

/** Problems: `camera-answer-invalid`; `camera-codec-unsupported` when the answer turns the video down. */
export async function takeAnswer(peer: RTCPeerConnection, sdp: string): Promise<Result<null>> {
  try {
    await peer.setRemoteDescription({ type: 'answer', sdp });
  } catch (error) {
    if (error instanceof DOMException) return failed('camera-answer-invalid', { reason: 'sdp' });
    throw error;
  }
  return receivesVideo(peer) ? ok(null) : failed('camera-codec-unsupported');
}

/** The complete answer to a gateway's own offer: video is received, sound is not. */
export async function answerOffer(peer: RTCPeerConnection, sdp: string): Promise<Result<string>> {
  try {
    await peer.setRemoteDescription({ type: 'offer', sdp });
    for (const transceiver of peer.getTransceivers()) {
      transceiver.direction = transceiver.receiver.track.kind === 'video' ? 'recvonly' : 'inactive';
    }
    await peer.setLocalDescription();
  } catch (error) {
    if (error instanceof DOMException) return failed('camera-answer-invalid', { reason: 'sdp' });
    throw error;
  }
  return receivesVideo(peer) ? ok(await gathered(peer)) : failed('camera-codec-unsupported');
}

/** Resolves when media can flow. A connection that does not come about is `camera-unreachable`. */
export function whenConnected(peer: RTCPeerConnection): Promise<Result<null>> {
  return new Promise((resolve) => {
    const settle = (result: Result<null>) => {
      clearTimeout(deadline);
      peer.removeEventListener('connectionstatechange', look);
      resolve(result);
    };
    const look = () => {
      if (peer.connectionState === 'connected') settle(ok(null));
      if (peer.connectionState === 'failed' || peer.connectionState === 'closed') settle(unreachable);
    };
    const unreachable = failed('camera-unreachable', { reason: 'media' });
    // A blocked connection check leaves the state at "new" for ever and fires nothing.
    const deadline = setTimeout(() => settle(unreachable), CONNECT_WITHIN_MS);
    peer.addEventListener('connectionstatechange', look);
    look();
  });
}

/** The received video. Call once the descriptions are agreed. */
export function videoOf(peer: RTCPeerConnection): MediaStreamTrack {
  const transceiver = peer.getTransceivers().find(isReceivingVideo);
  if (!transceiver) throw new Error('the peer receives no video');
  return transceiver.receiver.track;
}

function receivesVideo(peer: RTCPeerConnection): boolean {
  return peer.getTransceivers().some(isReceivingVideo);
}

function isReceivingVideo({ receiver, currentDirection }: RTCRtpTransceiver): boolean {
  return receiver.track.kind === 'video' && currentDirection === 'recvonly';
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
