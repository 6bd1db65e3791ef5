import { execFileSync } from "node:child_process";
import { chromium } from "@playwright/test";
import { runStep } from "./run-step";
import { systemBrowser } from "./system-browser";

const downloadLimit = 120_000;
const installLimit = 300_000;

/**
 * Finds a Chromium that runs, or gets one: the system's, Playwright's own, Playwright's download (its host is not
 * reachable everywhere, so not for long), and as root the distribution's package.
 * @returns its path.
 * @throws Error when none can be had.
 */
export async function ensureBrowser(): Promise<string> {
  const found = [systemBrowser(), chromium.executablePath()].find(runs);
  if (found) return found;
  console.log("No Chromium found: downloading one …");
  const download = await runStep(["node_modules/@playwright/test/cli.js", "install", "chromium"], {
    limit: downloadLimit,
    env: { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "15000" },
  });
  if (download.code === 0 && runs(chromium.executablePath())) return chromium.executablePath();
  if (process.getuid?.() === 0) {
    console.log("Installing the distribution's Chromium …");
    const script = "apt-get update && apt-get install -y --no-install-recommends chromium fonts-liberation";
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    const installed = await runStep(["-c", script], { program: "/bin/sh", limit: installLimit, env });
    const browser = systemBrowser();
    if (browser && runs(browser)) return browser;
    throw new Error(`No Chromium could be had for the browser tests:\n${download.output}\n${installed.output}`);
  }
  throw new Error(`No Chromium could be had for the browser tests; set CHROMIUM_PATH to one.\n${download.output}`);
}

/** A browser that lacks a library is there and yet does not run. */
function runs(browser: string | undefined): boolean {
  if (!browser) return false;
  try {
    execFileSync(browser, ["--version", "--no-sandbox"], { stdio: "pipe", timeout: 30_000 });
    return true;
  } catch {
    return false;
  }
}
