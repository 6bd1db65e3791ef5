import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { sentenceOf } from "../db/obstacle";
import { ensureClient } from "./client-code";
import { ensureBrowser } from "./testing/browser";
import { runStep, type StepOutcome } from "./testing/run-step";
import { sum, type Tally, tallyOne, tallyPlaywright, tallyVitest } from "./testing/tally";

const minute = 60_000;
const results = "test-results";
const tallies: Tally[] = [];

/** Says how a step went, with all it wrote when something failed. */
function conclude(name: string, outcome: StepOutcome, tally: Tally): Tally {
  tallies.push(tally);
  if (tally.failed > 0) console.log(`\n${outcome.output.trim()}\n`);
  console.log(`${name}: ${tally.passed} passed, ${tally.failed} failed (${outcome.seconds.toFixed(1)} s)`);
  return tally;
}

function readReport(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

async function step(name: string, args: string[], limit: number): Promise<boolean> {
  const outcome = await runStep(args, { limit });
  return conclude(name, outcome, tallyOne(outcome.code)).failed === 0;
}

async function unitAndDatabase(): Promise<void> {
  const report = `${results}/vitest.json`;
  const args = [
    "node_modules/vitest/vitest.mjs",
    "run",
    "--reporter=dot",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ];
  const outcome = await runStep(args, { limit: 30 * minute });
  conclude("Unit and database tests", outcome, tallyVitest(readReport(report), outcome.code));
}

async function journeys(browser: Promise<string>): Promise<void> {
  const report = `${results}/playwright.json`;
  const env = { CHROMIUM_PATH: await browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const outcome = await runStep(["node_modules/@playwright/test/cli.js", "test", "--reporter=line,json"], {
    limit: 35 * minute,
    env,
  });
  conclude("Journeys in the browser", outcome, tallyPlaywright(readReport(report), outcome.code));
}

async function all(): Promise<void> {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results);
  await ensureClient();
  const browser = ensureBrowser();
  browser.catch(() => {}); // told when the journeys ask for it
  // Two lanes for two cores. Types come after the build, which writes those of the routes.
  const [, isBuilt] = await Promise.all([
    step("Lint", ["node_modules/@biomejs/biome/bin/biome", "check", "."], 2 * minute).then(unitAndDatabase),
    step("Build", ["lib/setup/build.mjs"], 15 * minute).then(async (built) => {
      await step("Types", ["node_modules/typescript/bin/tsc", "--noEmit"], 10 * minute);
      return built;
    }),
  ]);
  if (isBuilt) await journeys(browser);
  else tallies.push({ passed: 0, failed: 1 });
}

try {
  await all();
} catch (error) {
  console.log(sentenceOf(error));
  tallies.push({ passed: 0, failed: 1 });
}
const { passed, failed } = sum(tallies);
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
