import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { MediaStreamTrack, RTCPeerConnection, useH264 } from 'werift';
import { startLoopbackStun } from './loopback-stun.ts';
import { optionsFromParent, readyForParent } from './parent-program.ts';

/**
 * A WHEP gateway in a program of its own, so that it can be killed: the RTP that it receives on loopback goes to every
 * viewer. `startWerift` starts it.
 */
export interface WeriftServerOptions {
  readonly port: number;
  readonly rtpPort: number;
  readonly path: string;
  readonly token: string | null;
}

const options = optionsFromParent() as WeriftServerOptions;
const peers = new Map<string, RTCPeerConnection>();
const tracks = new Map<string, MediaStreamTrack>();
let lastSession = 0;

const stun = await startLoopbackStun();
const rtp = createSocket('udp4').bind(options.rtpPort, '127.0.0.1');
await once(rtp, 'listening');
rtp.on('message', (packet) => {
  for (const track of tracks.values()) track.writeRtp(packet);
});
const server = createServer((request, response) => void handle(request, response));
server.listen(options.port, '127.0.0.1');
await once(server, 'listening');
readyForParent(() => peers.size);

async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Allow-Methods', 'POST, PATCH, DELETE');
  response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, If-Match');
  response.setHeader('Access-Control-Expose-Headers', 'Location');
  const offer = await textOf(request);
  const id = request.url?.split('/session/')[1] ?? '';
  const { method, url, headers } = request;
  if (method === 'OPTIONS') end(response, 204);
  else if (options.token !== null && headers.authorization !== `Bearer ${options.token}`) end(response, 401);
  else if (method === 'POST' && url === options.path) await answer(offer, response);
  else if (method === 'DELETE' && peers.has(id)) {
    await forget(id);
    end(response, 200);
  } else end(response, url === options.path ? 405 : 404);
}

async function answer(offer: string, response: ServerResponse): Promise<void> {
  const id = String(++lastSession);
  const peer = new RTCPeerConnection({
    codecs: { video: [useH264()] },
    iceServers: [{ urls: stun.url }],
    iceAdditionalHostAddresses: ['127.0.0.1'],
  });
  const track = new MediaStreamTrack({ kind: 'video' });
  peer.addTransceiver(track, { direction: 'sendonly' });
  peers.set(id, peer);
  peer.connectionStateChange.subscribe((state) => {
    if (state === 'connected') tracks.set(id, track);
    if (state === 'failed' || state === 'closed') void forget(id);
  });
  await peer.setRemoteDescription({ type: 'offer', sdp: offer });
  await peer.setLocalDescription(await peer.createAnswer());
  response.setHeader('Location', `/session/${id}`);
  response.setHeader('Content-Type', 'application/sdp');
  end(response, 201, onLoopback(peer.localDescription?.sdp ?? ''));
}

async function forget(id: string): Promise<void> {
  const peer = peers.get(id);
  peers.delete(id);
  tracks.delete(id);
  await peer?.close();
}

/** Other addresses of this machine are nobody's business. */
function onLoopback(sdp: string): string {
  return sdp
    .split('\r\n')
    .filter((line) => !line.startsWith('a=candidate:') || line.includes(' 127.0.0.1 '))
    .join('\r\n');
}

function end(response: ServerResponse, status: number, body = ''): void {
  response.writeHead(status).end(body);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) text += chunk.toString();
  return text;
}
