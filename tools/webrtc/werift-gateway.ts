import { endProgram, sessionsOf, startServer } from './child-program.ts';
import { freeRtpPort, freeTcpPort } from './free-port.ts';
import type { Gateway, GatewayOptions } from './gateway.ts';
import type { WeriftServerOptions } from './werift-server.ts';

const PROGRAM = './werift-server.ts';
const PATH = '/entrance/whep';

/** A gateway made of npm's `werift`: answers a viewer's offer with 201. It ends with us. */
export async function startWerift(options: GatewayOptions = {}): Promise<Gateway> {
  const server: WeriftServerOptions = {
    port: await freeTcpPort(),
    rtpPort: await freeRtpPort(),
    path: PATH,
    token: options.token ?? null,
  };
  let child = await startServer(PROGRAM, server);
  return {
    url: `http://127.0.0.1:${server.port}${PATH}`,
    rtpPort: server.rtpPort,
    sessions: () => sessionsOf(child),
    kill: () => endProgram(child),
    restart: async () => {
      await endProgram(child);
      child = await startServer(PROGRAM, server);
    },
    close: () => endProgram(child),
  };
}
