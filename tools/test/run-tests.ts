import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bringSystemPackages } from './system-packages.ts';

/** `npm test`: every check of the house in turn; ends with one line of counts. Exit status 1 when any failed. */

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

const root = fileURLToPath(new URL('../..', import.meta.url));
const cache = new URL('../../.cache/', import.meta.url);
const MOST_OUTPUT_BYTES = 64 * 1024 * 1024;
const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
const failedSteps: string[] = [];
const failedTests: string[] = [];

function say(line: string): void {
  console.log(`\n— ${line}`);
}

function succeeds(command: string, args: readonly string[]): boolean {
  const run = spawnSync(command, args, {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, FORCE_COLOR: '0' },
  });
  return run.status === 0;
}

function bin(name: string): string {
  return fileURLToPath(new URL(`../../node_modules/.bin/${name}`, import.meta.url));
}

function check(name: string, command: string, args: readonly string[]): boolean {
  say(name);
  const passed = succeeds(command, args);
  counts[passed ? 'passed' : 'failed']++;
  if (!passed) failedSteps.push(name);
  return passed;
}

interface Check {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

/** Checks that do not need one another, at the same time; what each says comes out when it has ended. */
async function checkTogether(checks: readonly Check[]): Promise<void> {
  await Promise.all(
    checks.map(async ({ name, command, args }) => {
      const { passed, output } = await run(command, args);
      say(name);
      console.log(output.trim() || 'nothing to say');
      counts[passed ? 'passed' : 'failed']++;
      if (!passed) failedSteps.push(name);
    }),
  );
}

function run(
  command: string,
  args: readonly string[],
): Promise<{ readonly passed: boolean; readonly output: string }> {
  const options = { cwd: root, env: { ...process.env, FORCE_COLOR: '0' }, maxBuffer: MOST_OUTPUT_BYTES };
  return new Promise((resolve) => {
    execFile(command, [...args], options, (error, stdout, stderr) =>
      resolve({ passed: error === null, output: `${stdout}${stderr}` }),
    );
  });
}

function vitest(name: string, projects: readonly string[]): void {
  say(name);
  mkdirSync(cache, { recursive: true });
  const report = fileURLToPath(new URL(`vitest-${projects.join('-')}.json`, cache));
  rmSync(report, { force: true }); // a report of an earlier run must not be counted
  const selected = projects.flatMap((project) => ['--project', project]);
  const passed = succeeds(bin('vitest'), [
    'run',
    ...selected,
    '--reporter=default',
    '--reporter=./tools/test/second-tries.ts',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ]);
  const before = counts.failed;
  addReport(report);
  if (!passed && counts.failed === before) counts.failed++; // died before it could report
  if (!passed) failedSteps.push(name);
}

/** What is read of vitest's JSON report. */
interface TestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[];
  }[];
}

function addReport(path: string): void {
  try {
    const report = JSON.parse(readFileSync(path, 'utf8')) as TestReport;
    counts.passed += report.numPassedTests;
    counts.failed += report.numFailedTests;
    counts.skipped += report.numPendingTests + report.numTodoTests;
    for (const { name, assertionResults } of report.testResults) {
      const failed = assertionResults.filter(({ status }) => status === 'failed');
      failedTests.push(...failed.map(({ fullName }) => `${relative(root, name)}: ${fullName}`));
    }
  } catch {
    counts.failed++;
    console.error(`No test report at ${path}: the run ended early.`);
  }
}

async function main(): Promise<void> {
  const startedAt = Date.now();
  bringSystemPackages(say);
  check('Models: built from their packages, digests as in their cards', process.execPath, [
    '--import',
    'tsx',
    'tools/models/build-models.ts',
  ]);
  await checkTogether([
    {
      name: 'Format (prettier)',
      command: bin('prettier'),
      args: ['--check', '--log-level', 'warn', '.'],
    },
    { name: 'Types (tsc)', command: bin('tsc'), args: ['-b'] },
    {
      name: 'Lint (eslint)',
      command: bin('eslint'),
      args: ['.', '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint'],
    },
    {
      name: 'Import rules (dependency-cruiser)',
      command: bin('depcruise'),
      args: ['--config', '.dependency-cruiser.cjs', 'src', 'workers', 'tools'],
    },
  ]);
  vitest('Unit and contract tests', ['unit', 'ui']);
  const built = check('Build of the app', process.execPath, ['tools/start.mjs', '--build-only']);
  if (built) vitest('Browser tests on the built app', ['e2e']);
  check('Crowd: six simulated minutes of the demo store against their truth', process.execPath, [
    '--import',
    'tsx',
    'tools/crowd.ts',
    ...['--minutes', '6', '--run-minutes', '3', '--at-once', '2'],
  ]);
  const minutes = ((Date.now() - startedAt) / 60_000).toFixed(1);
  say(failedSteps.length === 0 ? `All steps passed in ${minutes} min` : `Failed: ${failedSteps.join('; ')}`);
  for (const test of failedTests) console.log(`Failed test: ${test}`); // again, where the end of a long log is read
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  process.exitCode = counts.failed === 0 && failedSteps.length === 0 ? 0 : 1;
}

await main();
