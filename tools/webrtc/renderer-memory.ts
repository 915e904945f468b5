import { readdirSync, readFileSync } from 'node:fs';

/** Resident memory of all renderers of the Chromium that runs on this profile, MB (Linux, `/proc`). */
export function rendererMemoryMb(profile: string): number {
  const processes = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => readProcess(pid));
  const browser = processes.find(
    ({ command }) => command.includes(`--user-data-dir=${profile}`) && !command.includes('--type='),
  );
  if (!browser) throw new Error('the browser is gone');
  const family = new Set([browser.pid]);
  for (let grew = true; grew;) {
    const children = processes.filter(({ pid, parent }) => family.has(parent) && !family.has(pid));
    for (const { pid } of children) family.add(pid);
    grew = children.length > 0;
  }
  return processes
    .filter(({ pid, command }) => family.has(pid) && command.includes('--type=renderer'))
    .reduce((sum, { residentMb }) => sum + residentMb, 0);
}

interface Process {
  readonly pid: string;
  readonly parent: string;
  readonly command: string;
  readonly residentMb: number;
}

function readProcess(pid: string): readonly Process[] {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const field = (name: string): string => new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? '0';
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return [{ pid, parent: field('PPid'), command, residentMb: Number(field('VmRSS')) / 1024 }];
  } catch {
    return []; // it ended between two looks
  }
}
