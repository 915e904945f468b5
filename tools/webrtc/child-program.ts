import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Ends a child program for good and waits until it is gone. One that is stopped (SIGSTOP) ends too. */
export async function endProgram(child: ChildProcess): Promise<void> {
  if (!isRunning(child)) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}

/** A run that is cut short leaves no program behind. */
export function endWithUs(child: ChildProcess): void {
  const end = (): void => void child.kill('SIGKILL');
  process.once('exit', end);
  child.once('exit', () => process.off('exit', end));
}

/** Starts a gateway of this folder as a program of its own; resolves when it says that it listens. */
export async function startServer(file: string, options: object): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), [JSON.stringify(options)], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  endWithUs(child);
  await Promise.race([
    once(child, 'message'),
    once(child, 'exit').then(() => {
      throw new Error(`${file} ended before it was ready`);
    }),
  ]);
  return child;
}

/** How many sessions such a gateway knows of; a dead one knows none. */
export async function sessionsOf(child: ChildProcess): Promise<number> {
  if (!isRunning(child)) return 0;
  child.send('sessions?');
  const [reply] = (await once(child, 'message')) as [{ readonly sessions: number }];
  return reply.sessions;
}

function isRunning(child: ChildProcess): boolean {
  return child.exitCode === null && child.signalCode === null;
}
