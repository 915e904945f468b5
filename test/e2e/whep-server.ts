import { spawn, type ChildProcess } from 'node:child_process';
import { createSocket, type Socket } from 'node:dgram';
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MediaStreamTrack, RTCPeerConnection, useH264 } from 'werift';
import { startLoopbackStun, type LoopbackStun } from '../../tools/webrtc/loopback-stun.ts';

export interface WhepServerOptions {
  /** What ffmpeg reads, such as `['-f', 'lavfi', '-i', 'testsrc2=size=768x576:rate=10']` or `['-i', 'video.avi']`. */
  readonly input: readonly string[];
  /** `answer`: 201. `counter-offer`: 406 with an offer of its own, to be answered by PATCH. */
  readonly reply?: 'answer' | 'counter-offer';
  /** The `Authorization` header that is asked for. */
  readonly authorization?: string;
  /** Whether the session has an address (go2rtc gives none). */
  readonly location?: 'relative' | 'absolute' | 'none';
}

/** A WHEP gateway on loopback, as a third party sees the protocol: H.264 from ffmpeg through werift. */
export interface WhepServer {
  readonly url: string;
  /** `POST /door/whep 201` and so on, in order. */
  readonly log: readonly string[];
  /** Sessions that were not ended yet. */
  sessions(): number;
  /** Stops or resumes the feed while the server stays alive: the case that tells the browser nothing. */
  setFeed(running: boolean): void;
  close(): Promise<void>;
}

const PATH = '/door/whep';
const ENCODER = (
  '-an -c:v libx264 -preset ultrafast -tune zerolatency -profile:v baseline -bf 0 -g 10 -b:v 1200k -pix_fmt yuv420p ' +
  '-x264-params repeat-headers=1 -payload_type 96 -f rtp'
).split(' ');

/** Starts the gateway and its feed. */
export async function startWhepServer(options: WhepServerOptions): Promise<WhepServer> {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const feed = startFeed(options.input, socket.address().port);
  const stun = await startLoopbackStun();
  const gateway = new Gateway(options, socket, stun.url);
  const server = createServer((request, response) => void gateway.handle(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}`,
    log: gateway.log,
    sessions: () => gateway.peers.size,
    setFeed: (running) => void feed.kill(running ? 'SIGCONT' : 'SIGSTOP'),
    close: () => stop({ feed, gateway, server, socket, stun }),
  };
}

function startFeed(input: readonly string[], port: number): ChildProcess {
  const args = ['-loglevel', 'error', '-re', '-stream_loop', '-1', ...input, ...ENCODER];
  const feed = spawn('ffmpeg', [...args, `rtp://127.0.0.1:${port}?pkt_size=1200`], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.once('exit', () => feed.kill('SIGKILL')); // a test run that is cut short leaves no feed behind
  return feed;
}

class Gateway {
  readonly log: string[] = [];
  readonly peers = new Map<string, RTCPeerConnection>();
  readonly #options: WhepServerOptions;
  readonly #socket: Socket;
  readonly #stunUrl: string;
  #lastSession = 0;

  constructor(options: WhepServerOptions, socket: Socket, stunUrl: string) {
    this.#options = options;
    this.#socket = socket;
    this.#stunUrl = stunUrl;
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Allow-Methods', 'POST, PATCH, DELETE');
    response.setHeader('Access-Control-Allow-Headers', 'Authorization, Content-Type, If-Match');
    response.setHeader('Access-Control-Expose-Headers', 'Location');
    const body = await textOf(request);
    const status = await this.#answer(request, body, response);
    if (request.method !== 'OPTIONS') this.log.push(`${request.method} ${request.url} ${status}`);
  }

  async #answer(request: IncomingMessage, body: string, response: ServerResponse): Promise<number> {
    const id = request.url?.split('/session/')[1] ?? '';
    const peer = this.peers.get(id);
    if (request.method === 'OPTIONS') return end(response, 204);
    const { authorization } = this.#options;
    if (authorization && request.headers.authorization !== authorization) return end(response, 401);
    if (request.method === 'POST' && request.url === PATH) return this.#offer(body, request, response);
    if (!peer) return end(response, 404);
    if (request.method === 'PATCH') {
      await peer.setRemoteDescription({ type: 'answer', sdp: body });
      return end(response, 204);
    }
    if (request.method !== 'DELETE') return end(response, 405);
    this.peers.delete(id);
    await peer.close();
    return end(response, 200);
  }

  async #offer(sdp: string, request: IncomingMessage, response: ServerResponse): Promise<number> {
    const peer = new RTCPeerConnection({
      codecs: { video: [useH264()] },
      iceServers: [{ urls: this.#stunUrl }],
    });
    const id = String(++this.#lastSession);
    this.peers.set(id, peer);
    const track = new MediaStreamTrack({ kind: 'video' });
    const forward = (packet: Buffer) => track.writeRtp(packet);
    this.#socket.on('message', forward);
    peer.connectionStateChange.subscribe((state) => {
      if (state === 'closed' || state === 'failed') this.#socket.off('message', forward);
    });
    peer.addTransceiver(track, { direction: 'sendonly' });
    const isAnswer = this.#options.reply !== 'counter-offer';
    if (isAnswer) await peer.setRemoteDescription({ type: 'offer', sdp });
    await peer.setLocalDescription(isAnswer ? await peer.createAnswer() : await peer.createOffer());
    const location = locationOf(this.#options.location ?? 'relative', {
      id,
      host: request.headers.host ?? '',
    });
    if (location) response.setHeader('Location', location);
    response.setHeader('Content-Type', 'application/sdp');
    return end(response, isAnswer ? 201 : 406, peer.localDescription?.sdp);
  }
}

function locationOf(
  kind: 'relative' | 'absolute' | 'none',
  { id, host }: { readonly id: string; readonly host: string },
): string | null {
  if (kind === 'none') return null;
  return kind === 'relative' ? `/session/${id}` : `http://${host}/session/${id}`;
}

function end(response: ServerResponse, status: number, body = ''): number {
  response.writeHead(status).end(body);
  return status;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request as AsyncIterable<Buffer>) text += chunk.toString();
  return text;
}

interface Running {
  readonly feed: ChildProcess;
  readonly gateway: Gateway;
  readonly server: Server;
  readonly socket: Socket;
  readonly stun: LoopbackStun;
}

async function stop({ feed, gateway, server, socket, stun }: Running): Promise<void> {
  feed.kill('SIGKILL');
  await Promise.all([...gateway.peers.values()].map((peer) => peer.close()));
  socket.close();
  stun.close();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
