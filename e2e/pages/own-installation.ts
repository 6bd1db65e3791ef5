import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../../lib/db/postgres/free-port";
import { testVariables } from "../../lib/setup/testing/run-step";

export type OwnInstallation = {
  address: string;
  /** The code that it printed. */
  code: string;
  /** Ends it and takes its data away. */
  end: () => Promise<void>;
};

/** `npm start` without the demonstration, on a free port, with a database and a folder of its own. */
export async function emptyInstallation(): Promise<OwnInstallation> {
  const directory = mkdtempSync(path.join(tmpdir(), "casepan-empty-"));
  const port = await freePort();
  const child = spawn(process.execPath, ["lib/setup/start.mjs"], {
    env: { ...testVariables(), DATA_DIR: directory, PORT: String(port), DEMO: "off" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const end = async () => {
    child.kill("SIGTERM");
    await gone;
    rmSync(directory, { recursive: true, force: true });
  };
  let said = "";
  const code = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const found = /^\s+([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})$/m.exec(said)?.[1];
      if (found && said.includes("Ctrl-C stops it.")) resolve(found);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    void gone.then(() => reject(new Error(`The empty installation did not start:\n${said}`)));
  }).catch(async (error) => {
    await end();
    throw error;
  });
  return { address: `http://127.0.0.1:${port}`, code, end };
}
