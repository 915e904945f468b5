import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { endProgram, endWithUs, sessionsOf, startServer } from './child-program.ts';
import { freeRtpPort, freeTcpPort } from './free-port.ts';
import type { Gateway, GatewayOptions } from './gateway.ts';
import type { JanusServerOptions } from './janus-server.ts';

const STARTS_WITHIN_MS = 15_000;
const MOUNTPOINT = 1;
const CAMERA = 'entrance';

/**
 * Debian's Janus behind npm's `janus-whep-server`, which answers an offer with 406 and one of its own. `kill` ends
 * Janus as a power cut would; the HTTP side stays and says 503.
 */
export async function startJanus(options: GatewayOptions = {}): Promise<Gateway> {
  const folder = mkdtempSync(join(tmpdir(), 'kazoe-janus-'));
  const ports = { websocket: await freeTcpPort(), http: await freeTcpPort(), rtp: await freeRtpPort() };
  writeConfiguration(folder, ports);
  let janus = await startJanusItself(folder, ports.websocket);
  const whep: JanusServerOptions = {
    port: ports.http,
    websocketPort: ports.websocket,
    camera: CAMERA,
    mountpoint: MOUNTPOINT,
    token: options.token ?? null,
  };
  const server = await startServer('./janus-server.ts', whep);
  return {
    url: `http://127.0.0.1:${ports.http}/whep/endpoint/${CAMERA}`,
    rtpPort: ports.rtp,
    sessions: () => sessionsOf(server),
    kill: () => endProgram(janus),
    restart: async () => {
      await endProgram(janus);
      janus = await startJanusItself(folder, ports.websocket);
    },
    close: async () => {
      await endProgram(server);
      await endProgram(janus);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startJanusItself(folder: string, websocketPort: number): Promise<ChildProcess> {
  const child = spawn('janus', ['--configs-folder', folder, '--disable-colors', '--debug-level', '2'], {
    stdio: 'ignore',
  });
  endWithUs(child);
  const deadline = Date.now() + STARTS_WITHIN_MS;
  while (!(await accepts(websocketPort))) {
    if (Date.now() > deadline || child.exitCode !== null) throw new Error('Janus did not start');
    await wait(100);
  }
  return child;
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}

/** One H.264 mountpoint; HTTP, WebSocket and RTP on loopback, media on this machine's own addresses. */
function writeConfiguration(
  folder: string,
  ports: { readonly websocket: number; readonly rtp: number },
): void {
  const files = {
    'janus.jcfg': `
general: { session_timeout = 60 }
nat: { nice_debug = false }
plugins: { disable = "${OTHER_PLUGINS.map((name) => `libjanus_${name}.so`).join(',')}" }
transports: { disable = "${OTHER_TRANSPORTS.map((name) => `libjanus_${name}.so`).join(',')}" }
`,
    'janus.transport.websockets.jcfg': `
general: { json = "compact", ws = true, ws_port = ${ports.websocket}, ws_ip = "127.0.0.1", wss = false }
admin: { admin_ws = false, admin_wss = false }
`,
    'janus.plugin.streaming.jcfg': `
general: { }
${CAMERA}: {
  type = "rtp"
  id = ${MOUNTPOINT}
  media = ({
    type = "video", mid = "v", label = "video", iface = "127.0.0.1", port = ${ports.rtp}, pt = 96, codec = "h264",
    fmtp = "profile-level-id=42e01f;packetization-mode=1"
  })
}
`,
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
}

const OTHER_PLUGINS = [
  'audiobridge',
  'duktape',
  'echotest',
  'lua',
  'nosip',
  'recordplay',
  'sip',
  'textroom',
  'videocall',
  'videoroom',
  'voicemail',
];
const OTHER_TRANSPORTS = ['http', 'mqtt', 'nanomsg', 'pfunix', 'rabbitmq'];
