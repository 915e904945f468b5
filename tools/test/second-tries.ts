import type { TestCase } from 'vitest/node';
import type { Reporter } from 'vitest/reporters';

/** Says at the end of a run which tests failed once and passed when they were tried again. */
export default class SecondTries implements Reporter {
  readonly #names: string[] = [];

  onTestCaseResult(test: TestCase): void {
    if (test.diagnostic()?.flaky) this.#names.push(`${test.module.relativeModuleId}: ${test.fullName}`);
  }

  onTestRunEnd(): void {
    for (const name of this.#names) console.log(`Passed only at the second try: ${name}`);
  }
}
