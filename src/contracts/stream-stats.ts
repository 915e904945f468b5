/** What a stream has delivered since it was opened. Numbers and the codec's name; never anything of a picture. */
export interface StreamStats {
  /** Of the newest frame, in pixels; null before it. */
  readonly width: number | null;
  readonly height: number | null;
  /** Frames that were ready to be counted. */
  readonly framesDecoded: number;
  /** Frames that came too late to be decoded or handed on. */
  readonly framesDropped: number;
  readonly framesPerSecond: number | null;
  /** Null for a camera on a cable. */
  readonly network: NetworkStats | null;
}

/** The received video as WebRTC tells it (W3C webrtc-stats, `inbound-rtp`). */
export interface NetworkStats {
  /** Without the `video/` before it: `H264`, `VP8`. Null until the first packet. */
  readonly codec: string | null;
  readonly bytesReceived: number;
  readonly packetsReceived: number;
  /** Negative when packets came twice. */
  readonly packetsLost: number;
  /** Complete frames that have arrived, the first of them a keyframe; more than are decoded when they cannot be. */
  readonly framesReceived: number;
  readonly jitterMs: number | null;
  /** Times in which the picture stood still for much longer than usual, and how long in all. */
  readonly freezes: number;
  readonly frozenMs: number;
}
