import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium, findProgram } from '../chromium.ts';
import { petsVideo } from '../pets.ts';

interface Need {
  readonly debianPackage: string;
  readonly what: string;
  /** Without it some tests are skipped and counted as such; without the others nothing can be shown. */
  readonly optional: boolean;
  present(): boolean;
}

const NEEDS: readonly Need[] = [
  {
    debianPackage: 'chromium',
    what: 'Chromium, in which the app is tested (or set CHROME_PATH)',
    optional: false,
    present: () => findChromium() !== null,
  },
  {
    debianPackage: 'ffmpeg',
    what: 'ffmpeg and ffprobe, which decode video files for the backtest',
    optional: true,
    present: () => findProgram(['ffmpeg']) !== null && findProgram(['ffprobe']) !== null,
  },
  {
    debianPackage: 'opencv-doc',
    what: 'vtest.avi, the PETS 2009 footage that counts are checked on',
    optional: true,
    present: () => existsSync(petsVideo()),
  },
  {
    debianPackage: 'janus',
    what: 'Janus, a WebRTC gateway that the app is tested with',
    optional: true,
    present: () => findProgram(['janus']) !== null,
  },
  {
    debianPackage: 'nginx-light',
    what: 'nginx, whose documented configuration is tried',
    optional: true,
    present: () => findProgram(['nginx'], { PATH: `${process.env.PATH ?? ''}:/usr/sbin` }) !== null,
  },
  {
    debianPackage: 'caddy',
    what: 'Caddy, whose documented configuration is tried',
    optional: true,
    present: () => findProgram(['caddy']) !== null,
  },
];

/**
 * Installs what is missing through apt where we are root on a Debian-like system; otherwise says how.
 * Throws when something that is not optional stays missing.
 */
export function bringSystemPackages(say: (line: string) => void): void {
  const missing = NEEDS.filter((need) => !need.present());
  if (missing.length === 0) return;
  const names = missing.map((need) => need.debianPackage);
  if (process.getuid?.() === 0 && findProgram(['apt-get'])) {
    say(`Installing ${names.join(', ')} with apt-get (a few minutes the first time) …`);
    aptGet(['update', '-qq']);
    aptGet(['install', '-y', '-qq', '--no-install-recommends', ...names]);
  }
  for (const need of missing.filter((one) => !one.present())) {
    const how = `Install it, on Debian or Ubuntu: sudo apt-get install ${need.debianPackage}`;
    if (!need.optional) throw new Error(`Missing: ${need.what}. ${how}`);
    say(`Not here: ${need.what}. Tests that need it are skipped. ${how}`);
  }
}

function aptGet(args: readonly string[]): void {
  spawnSync('apt-get', args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
