import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { responseHeaders } from '../../tools/build/response-headers.ts';
import { findProgram } from '../../tools/chromium.ts';
import { caddyfile, iisConfig, nginxConfig } from '../../tools/hosting/configs.ts';
import { headerGroups, headersBesideType } from '../../tools/hosting/rules.ts';

const PATHS = [
  '/index.html',
  '/journal-check.html',
  '/service-worker.js',
  '/assets/index-Ab1.js',
  '/assets/index-Ab1.css',
  '/assets/vision-A_b-1.js',
  '/assets/archive-A_b-1.js',
  '/assets/runtime-1.wasm',
  '/models/nanodet.onnx',
  '/models/index.json',
  '/manifest.webmanifest',
  '/icons/icon.svg',
  '/icons/icon.png',
  '/third-party-notices.txt',
];

// Debian puts nginx where only root's PATH leads.
const nginx = findProgram(['nginx'], { PATH: `${process.env.PATH ?? ''}:/usr/sbin` });
const caddy = findProgram(['caddy']);

const documented = (name: string): string =>
  readFileSync(new URL(`../../docs/hosting/${name}`, import.meta.url), 'utf8');

const work = mkdtempSync(join(tmpdir(), 'kazoe-hosting-'));
const folder = join(work, 'srv');
const started: ChildProcess[] = [];

beforeAll(() => {
  chmodSync(work, 0o755); // nginx reads as another user
  for (const path of PATHS) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `contents of ${path}`);
  }
});

afterAll(async () => {
  await Promise.all(
    started.map(
      (child) =>
        new Promise((resolve) => {
          child.once('exit', resolve);
          child.kill();
        }),
    ),
  );
  rmSync(work, { recursive: true });
});

test('the documented configurations are those that the rules give', () => {
  const defaults = { folder: '/srv/kazoe', address: '127.0.0.1:4180' };
  expect(documented('nginx.conf')).toBe(nginxConfig(defaults));
  expect(documented('Caddyfile')).toBe(caddyfile({ ...defaults, address: 'http://127.0.0.1:4180' }));
  expect(documented('web.config')).toBe(iisConfig());
});

test('every path falls into the group that has its headers', () => {
  for (const path of PATHS) {
    const group = headerGroups().find(({ pattern }) => pattern === null || new RegExp(pattern).test(path));
    expect(group?.headers, path).toEqual(headersBesideType(path));
  }
});

describe.skipIf(!nginx)('nginx', () => {
  it('sends what the bundled server sends', async () => {
    const address = `127.0.0.1:${await freePort()}`;
    const site = nginxConfig({ folder, address });
    const places = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
      (name) => `${name}_temp_path ${work}/${name};`,
    );
    const config = `daemon off; pid ${work}/nginx.pid; error_log stderr; events {} http { access_log off; ${places.join(' ')} ${site} }`;
    writeFileSync(join(work, 'nginx.conf'), config);
    const check = spawnSync(nginx ?? '', ['-t', '-c', join(work, 'nginx.conf')], { encoding: 'utf8' });
    expect(check.status, check.stderr).toBe(0);
    started.push(spawn(nginx ?? '', ['-c', join(work, 'nginx.conf')], { stdio: 'ignore' }));
    await expectSameHeaders(`http://${address}`);
  });
});

describe.skipIf(!caddy)('Caddy', () => {
  it('sends what the bundled server sends', async () => {
    const address = `http://127.0.0.1:${await freePort()}`;
    const options = '{\n    admin off\n    auto_https off\n}\n';
    writeFileSync(join(work, 'Caddyfile'), options + caddyfile({ folder, address }));
    const env = { ...process.env, XDG_DATA_HOME: work, XDG_CONFIG_HOME: work };
    const args = ['run', '--adapter', 'caddyfile', '--config', join(work, 'Caddyfile')];
    started.push(spawn(caddy ?? '', args, { stdio: 'ignore', env }));
    await expectSameHeaders(address);
  });
});

async function expectSameHeaders(origin: string): Promise<void> {
  await answers(origin);
  for (const path of PATHS) {
    const response = await fetch(origin + path);
    expect(await response.text()).toBe(`contents of ${path}`);
    for (const [name, value] of Object.entries(responseHeaders(path).headers)) {
      expect(response.headers.get(name), `${path} ${name}`).toBe(value);
    }
  }
  const start = await fetch(`${origin}/`);
  expect(await start.text()).toBe('contents of /index.html');
  for (const [name, value] of Object.entries(responseHeaders('/index.html').headers)) {
    expect(start.headers.get(name), `/ ${name}`).toBe(value);
  }
}

async function answers(origin: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      await fetch(origin);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
  throw new Error(`nothing answers at ${origin}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
