import { expect, test } from "vitest";
import { sum, tallyOne, tallyPlaywright, tallyVitest } from "./tally";

const file = (status: string, tests: number) => ({
  status,
  assertionResults: Array.from({ length: tests }, () => ({})),
});

test("a step that exits with anything but 0 failed", () => {
  expect([tallyOne(0), tallyOne(2)]).toEqual([
    { passed: 1, failed: 0 },
    { passed: 0, failed: 1 },
  ]);
});

test("a test file that does not load counts as a failure of its own", () => {
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    testResults: [file("passed", 5), file("failed", 1), file("failed", 0)],
  };
  expect(tallyVitest(report, 1)).toEqual({ passed: 5, failed: 2 });
});

test("a runner that crashes, or finds no test, failed whatever it reports", () => {
  const whole = { numPassedTests: 5, numFailedTests: 0, testResults: [file("passed", 5)] };
  expect(tallyVitest(whole, 0)).toEqual({ passed: 5, failed: 0 });
  expect(tallyVitest(whole, 1)).toEqual({ passed: 5, failed: 1 });
  expect(tallyVitest(undefined, 1)).toEqual({ passed: 0, failed: 1 });
  expect(tallyVitest({ ...whole, numPassedTests: 0, testResults: [] }, 0)).toEqual({ passed: 0, failed: 1 });
  expect(tallyPlaywright(undefined, 0)).toEqual({ passed: 0, failed: 1 });
});

test("a journey that passed only at a second try did not pass", () => {
  const stats = { expected: 7, unexpected: 1, flaky: 1, skipped: 2 };
  expect(tallyPlaywright({ stats, errors: [] }, 1)).toEqual({ passed: 7, failed: 2 });
  expect(tallyPlaywright({ stats, errors: ["the server did not start"] }, 1)).toEqual({ passed: 7, failed: 3 });
});

test("sums add up", () => {
  expect(
    sum([
      { passed: 1, failed: 0 },
      { passed: 20, failed: 3 },
      { passed: 0, failed: 1 },
    ]),
  ).toEqual({ passed: 21, failed: 4 });
});
