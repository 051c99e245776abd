import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

export type Tally = { passed: number; failed: number };

/** Counts tests; a file or set-up that broke before its tests could run counts as one that failed. */
function count(modules: readonly TestModule[], errorsOutside: number): Tally {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const inState = (state: string) => tests.filter((test) => test.result().state === state).length;
  const broken = modules.filter((module) => module.errors().length > 0).length;
  return { passed: inState("passed"), failed: inState("failed") + broken + errorsOutside };
}

/** Writes the tally for `run.ts`, which prints it as the last line. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]) {
    const file = process.env.TEST_TALLY;
    if (file) writeFileSync(file, JSON.stringify(count(modules, errors.length)));
  }
}
