import type { NetworkStats, StreamStats } from '../../contracts/stream-stats.ts';

/** `MediaStreamTrack.stats` of a device (W3C mediacapture-extensions; Chrome 120), which TypeScript does not know yet. */
interface DeviceTrack extends MediaStreamTrack {
  readonly stats?: { readonly deliveredFrames: number; readonly discardedFrames: number } | null;
}

/** What a peer has received of its one video; null before it was agreed on. */
export async function readPeerStats(peer: RTCPeerConnection): Promise<StreamStats | null> {
  const report = await peer.getStats();
  const received = [...report.values()].find(isVideo);
  if (!received) return null;
  const codec = report.get(received.codecId ?? '') as { readonly mimeType?: string } | undefined;
  return {
    width: received.frameWidth ?? null,
    height: received.frameHeight ?? null,
    framesDecoded: received.framesDecoded ?? 0,
    framesDropped: received.framesDropped ?? 0,
    framesPerSecond: received.framesPerSecond ?? null,
    network: networkOf(received, codec?.mimeType?.split('/')[1] ?? null),
  };
}

/** What a device has delivered. */
export function readDeviceStats(track: DeviceTrack): StreamStats {
  const { width, height, frameRate } = track.getSettings();
  return {
    width: width ?? null,
    height: height ?? null,
    framesDecoded: track.stats?.deliveredFrames ?? 0,
    framesDropped: track.stats?.discardedFrames ?? 0,
    framesPerSecond: frameRate ?? null,
    network: null,
  };
}

function isVideo(stats: RTCStats): stats is RTCInboundRtpStreamStats {
  return stats.type === 'inbound-rtp' && (stats as RTCInboundRtpStreamStats).kind === 'video';
}

function networkOf(received: RTCInboundRtpStreamStats, codec: string | null): NetworkStats {
  return {
    codec,
    bytesReceived: received.bytesReceived ?? 0,
    packetsReceived: received.packetsReceived ?? 0,
    packetsLost: received.packetsLost ?? 0,
    framesReceived: received.framesReceived ?? 0,
    jitterMs: received.jitter === undefined ? null : received.jitter * 1000,
    freezes: received.freezeCount ?? 0,
    frozenMs: (received.totalFreezesDuration ?? 0) * 1000,
  };
}
