import { defineConfig, devices } from "@playwright/test";
import { freePort } from "./lib/db/postgres/free-port";
import { testVariables } from "./lib/setup/testing/run-step";
import { systemBrowser } from "./lib/setup/testing/system-browser";

// Workers read this file too and must find the same address. E2E_BASE_URL names a server that runs already.
process.env.E2E_PORT ??= String(await freePort());
const served = `http://127.0.0.1:${process.env.E2E_PORT}`;
const baseURL = process.env.E2E_BASE_URL ?? served;

/** Chromium's sandbox does not work as root; the rest keeps it from talking to anybody. */
const asRoot = ["--no-sandbox", "--disable-gpu"];
const quiet = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "e2e",
  outputDir: "test-results/journeys",
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL,
    actionTimeout: 20_000,
    navigationTimeout: 30_000,
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: systemBrowser(),
      args: [...quiet, ...(process.getuid?.() === 0 ? asRoot : [])],
    },
  },
  projects: [{ name: "chromium", use: { ...devices["Desktop Chrome"] } }],
  ...(process.env.E2E_BASE_URL
    ? {}
    : {
        webServer: {
          command: "node lib/setup/testing/serve-journeys.mjs",
          url: `${served}/api/health`,
          env: { ...(testVariables() as Record<string, string>), PORT: process.env.E2E_PORT },
          timeout: 300_000,
          stdout: "ignore",
          stderr: "pipe",
          gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
        },
      }),
});
