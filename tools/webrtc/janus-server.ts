import { JanusWhepServer } from 'janus-whep-server';
import { optionsFromParent, readyForParent } from './parent-program.ts';

/**
 * The HTTP side of Janus, npm's `janus-whep-server`, in a program of its own: the package writes to the console and
 * cannot be closed. `startJanus` starts it.
 */
export interface JanusServerOptions {
  readonly port: number;
  readonly websocketPort: number;
  readonly camera: string;
  readonly mountpoint: number;
  readonly token: string | null;
}

const { port, websocketPort, camera, mountpoint, token } = optionsFromParent() as JanusServerOptions;
const server = new JanusWhepServer({
  janus: { address: `ws://127.0.0.1:${websocketPort}` },
  rest: { port: { port, host: '127.0.0.1' }, basePath: '/whep' },
  debug: 'err',
});
await server.start();
server.createEndpoint({ id: camera, mountpoint, ...(token === null ? {} : { token }) });
// This Janus pays no heed to a viewer's offer, though the package believes so: let Janus make the offer.
server.multistream = false;
server.on('janus-reconnected', () => {
  server.multistream = false;
});
readyForParent(() => server.listSubscribers().length);
