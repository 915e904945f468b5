import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdtempSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface ServedApp {
  readonly url: string;
  close(): Promise<void>;
}

/** Starts the program behind `npm start` on a free port and waits until it prints its address. */
export async function serveApp(): Promise<ServedApp> {
  const port = await freePort();
  const start = fileURLToPath(new URL('../../tools/start.mjs', import.meta.url));
  const server = spawn(process.execPath, [start], {
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await addressPrinted(server, port);
  return { url: `http://localhost:${port}`, close: () => stopped(server) };
}

let built: Promise<void> | undefined;

/** A copy of the build, made where there is none yet, for a test that changes what is served. Whoever asks removes it. */
export async function copyOfBuild(): Promise<string> {
  built ??= serveApp().then((app) => app.close());
  await built;
  const folder = mkdtempSync(join(tmpdir(), 'kazoe build '));
  cpSync(fileURLToPath(new URL('../../dist', import.meta.url)), folder, { recursive: true });
  return folder;
}

export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no port could be had');
  return address.port;
}

function addressPrinted(server: ChildProcess, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let printed = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
      if (printed.includes(`localhost:${port}`)) resolve();
    });
    server.on('exit', (code) => reject(new Error(`npm start ended with ${code ?? 'a signal'}:\n${printed}`)));
  });
}

function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.removeAllListeners('exit');
    server.once('exit', () => resolve());
    server.kill();
  });
}
