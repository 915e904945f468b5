import { fork, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { MUTANTS } from './mutants.ts';
import type { Job, Report, Row } from './row.ts';

export interface TryOptions {
  /** Builds that are tried side by side, each in a process of its own. */
  readonly atOnce: number;
  readonly onStep?: (name: string, step: string) => void;
  /** A run said nothing, and why; the build is tried once more. */
  readonly onVoid: (name: string, why: string) => void;
}

/** A run that takes so much longer than it counts hangs, s. */
const MOST_OVERHEAD_S = 420;
const PROGRAM = fileURLToPath(new URL('./try-build.ts', import.meta.url));

/**
 * Tries builds, in their order, and tells how each fared as soon as it is known. A void run is tried once more; a build
 * whose second run is void too has failed. No promise is rejected.
 */
export function tryBuilds(jobs: readonly Job[], options: TryOptions): ReadonlyMap<string, Promise<Row>> {
  const waiting = [...jobs];
  const tell = new Map<string, (row: Row) => void>();
  const rows = jobs.map(
    ({ name }) => [name, new Promise<Row>((resolve) => tell.set(name, resolve))] as const,
  );
  const work = async (): Promise<void> => {
    const helper = createHelper(options);
    for (let job = waiting.shift(); job !== undefined; job = waiting.shift()) {
      tell.get(job.name)?.(await tryTwice(job, helper, options));
    }
    helper.end();
  };
  for (let started = 0; started < options.atOnce; started++) void work();
  return new Map(rows);
}

async function tryTwice(job: Job, helper: Helper, { onVoid }: TryOptions): Promise<Row> {
  const first = await helper.run(job);
  if ('row' in first) return first.row;
  onVoid(job.name, first.void);
  const second = await helper.run(job);
  if ('row' in second) return second.row;
  const expected = MUTANTS.find(({ name }) => name === job.name)?.expected ?? 'nothing';
  const found = [`void twice: ${second.void}`];
  return { name: job.name, passed: false, expected, found, seconds: 0, figures: null };
}

type Outcome = Exclude<Report, { step: string }>;

/** A process that tries one build at a time. */
interface Helper {
  run(job: Job): Promise<Outcome>;
  end(): void;
}

/** Starts its process when it is needed, and anew where it has ended. */
function createHelper({ onStep }: TryOptions): Helper {
  let child: ChildProcess | null = null;
  const start = (): ChildProcess => {
    const started = fork(PROGRAM, { execArgv: ['--import', 'tsx'] });
    started.once('exit', () => (child = null));
    return started;
  };
  return {
    run: (job) => {
      child ??= start();
      return ask(child, job, onStep);
    },
    end: () => child?.disconnect(),
  };
}

/** Sends a build to a process and waits for its outcome; a process that ends or hangs makes the run void. */
function ask(child: ChildProcess, job: Job, onStep: TryOptions['onStep']): Promise<Outcome> {
  return new Promise((resolve) => {
    const settle = (outcome: Outcome): void => {
      clearTimeout(timer);
      child.off('message', onReport);
      child.off('exit', onExit);
      resolve(outcome);
    };
    const onReport = (report: Report): void => {
      if ('step' in report) onStep?.(job.name, report.step);
      else settle(report);
    };
    const onExit = (code: number | null): void => settle({ void: `its process ended (${code ?? 'killed'})` });
    const timer = setTimeout(() => child.kill(), (job.seconds + MOST_OVERHEAD_S) * 1000);
    child.on('message', onReport);
    child.on('exit', onExit);
    child.send(job);
  });
}
