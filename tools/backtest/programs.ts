import { spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import type { Readable } from 'node:stream';
import { InputError } from '../mot-file.ts';

/** A running program whose output is read. */
export interface RunningProgram {
  readonly stdout: Readable;
  /** Rejects with `InputError` when it ended badly: its own last line says why. */
  readonly ended: Promise<void>;
  stop(): void;
}

const HELP: Readonly<Record<string, string>> = {
  ffmpeg: 'ffmpeg was not found: install it (Debian: apt-get install ffmpeg)',
  ffprobe: 'ffprobe was not found: install ffmpeg (Debian: apt-get install ffmpeg)',
};

/** Starts `ffmpeg` or `ffprobe`. */
export function startProgram(name: 'ffmpeg' | 'ffprobe', args: readonly string[]): RunningProgram {
  const child = spawn(name, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = endOf(child, name);
  ended.catch(() => undefined); // told to whoever waits; perhaps nobody does
  const stop = () => {
    child.stdout.destroy(); // ffmpeg waits for its reader before it heeds a signal
    child.kill();
  };
  return { stdout: child.stdout, ended, stop };
}

/** Runs a program to its end and returns what it wrote. */
export async function readProgram(name: 'ffmpeg' | 'ffprobe', args: readonly string[]): Promise<string> {
  const { stdout, ended } = startProgram(name, args);
  const parts: Buffer[] = [];
  stdout.on('data', (part: Buffer) => parts.push(part));
  await ended;
  return Buffer.concat(parts).toString('utf8');
}

function endOf(child: ChildProcessByStdio<null, Readable, Readable>, name: string): Promise<void> {
  let complaint = '';
  child.stderr.on('data', (part: Buffer) => (complaint = (complaint + part.toString('utf8')).slice(-2000)));
  return new Promise((resolve, reject) => {
    child.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'ENOENT' ? new InputError(HELP[name] ?? `${name} was not found`) : error);
    });
    child.once('close', (code, signal) => {
      if (code === 0 || signal === 'SIGTERM') resolve();
      else reject(new InputError(`${name}: ${complaint.trim().split('\n').at(-1) ?? `ended with ${code}`}`));
    });
  });
}
