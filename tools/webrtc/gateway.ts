/** A third party's WHEP gateway that runs beside us, on loopback. */
export interface Gateway {
  /** Address of the stream, as an operator would enter it. */
  readonly url: string;
  /** Where the camera's RTP goes. */
  readonly rtpPort: number;
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
