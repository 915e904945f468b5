/** What is used of npm's `janus-whep-server` 1.1.0, which brings no types. */
declare module 'janus-whep-server' {
  export class JanusWhepServer {
    constructor(options: {
      readonly janus: { readonly address: string };
      /** `port` goes to `listen` of Node as it is, so that it may name the host too. */
      readonly rest: {
        readonly port: { readonly port: number; readonly host: string };
        readonly basePath: string;
      };
      readonly debug: 'err';
    });
    /** Undocumented: whether Janus is asked with the viewer's offer. */
    multistream: boolean;
    start(): Promise<this>;
    createEndpoint(endpoint: {
      readonly id: string;
      readonly mountpoint: number;
      readonly token?: string;
    }): unknown;
    listSubscribers(): readonly unknown[];
    on(event: 'janus-reconnected', listener: () => void): this;
  }
}
