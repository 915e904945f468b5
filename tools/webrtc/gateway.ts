/** Where a gateway takes a camera's stream: packets on a port of loopback, or a stream published to its RTSP server. */
export type CameraInlet =
  { readonly kind: 'rtp'; readonly port: number } | { readonly kind: 'rtsp'; readonly url: string };

/** A third party's WHEP gateway that runs beside us, on loopback. */
export interface Gateway {
  /** Address of the stream, as an operator would enter it. */
  readonly url: string;
  readonly inlet: CameraInlet;
  /** Sessions that the gateway knows of. */
  sessions(): Promise<number>;
  /** As a power cut would. */
  kill(): Promise<void>;
  /** Up again at the same address. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export interface GatewayOptions {
  /** Bearer token that is asked for. */
  readonly token?: string;
}
