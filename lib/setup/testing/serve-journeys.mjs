// The app for the browser tests: `npm start` on a data directory of its own, which goes when it stops.
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

const directory = mkdtempSync(path.join(tmpdir(), "casepan-journeys-"));
const child = spawn(process.execPath, ["lib/setup/start.mjs"], {
  env: { ...process.env, DATA_DIR: directory },
  stdio: "inherit",
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => child.kill("SIGTERM"));
child.on("exit", (code) => {
  rmSync(directory, { recursive: true, force: true });
  process.exit(code ?? 1);
});
