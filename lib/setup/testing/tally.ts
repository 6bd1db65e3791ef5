export type Tally = { passed: number; failed: number };

type VitestReport = {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: unknown[] }[];
};

type PlaywrightReport = {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
};

/** A step that only passes or fails: lint, types, build. */
export function tallyOne(code: number): Tally {
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** Vitest's JSON report; a file that did not load has no tests and counts as one that failed. */
export function tallyVitest(report: unknown, code: number): Tally {
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = (report ?? {}) as Partial<VitestReport>;
  const broken = testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length;
  return atLeastOne({ passed: numPassedTests, failed: numFailedTests + broken }, code);
}

/** Playwright's JSON report. */
export function tallyPlaywright(report: unknown, code: number): Tally {
  const { stats, errors = [] } = (report ?? {}) as Partial<PlaywrightReport>;
  const failed = (stats?.unexpected ?? 0) + (stats?.flaky ?? 0) + errors.length;
  return atLeastOne({ passed: stats?.expected ?? 0, failed }, code);
}

export function sum(tallies: Tally[]): Tally {
  return {
    passed: tallies.reduce((total, tally) => total + tally.passed, 0),
    failed: tallies.reduce((total, tally) => total + tally.failed, 0),
  };
}

/** A runner that crashed, or tested nothing at all, failed, whatever its report says. */
function atLeastOne(tally: Tally, code: number): Tally {
  const nothing = tally.passed + tally.failed === 0;
  return (code !== 0 || nothing) && tally.failed === 0 ? { ...tally, failed: 1 } : tally;
}
