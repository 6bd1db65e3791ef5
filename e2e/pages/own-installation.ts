import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "../../lib/db/postgres/free-port";
import { runStep, testVariables } from "../../lib/setup/testing/run-step";

const COMMAND_LIMIT = 60_000;
const CODE = /^\s+([0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{4})$/m;

/** An installation without the demonstration, on a free port, with a database and a folder of its own. */
export class OwnInstallation {
  readonly #directory = mkdtempSync(path.join(tmpdir(), "casepan-own-"));
  readonly #variables: Record<string, string>;
  readonly address: string;
  readonly backups = path.join(this.#directory, "backups");
  #server: { child: ChildProcess; gone: Promise<void> } | null = null;

  private constructor(port: number) {
    this.address = `http://127.0.0.1:${port}`;
    this.#variables = { DATA_DIR: path.join(this.#directory, "data"), PORT: String(port), DEMO: "off" };
  }

  static async make(): Promise<OwnInstallation> {
    return new OwnInstallation(await freePort());
  }

  /** `npm start` until it is ready; answers all it said. */
  async start(): Promise<string> {
    const child = spawn(process.execPath, ["lib/setup/start.mjs"], {
      env: { ...testVariables(), ...this.#variables },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const gone = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    this.#server = { child, gone };
    let said = "";
    return new Promise((resolve, reject) => {
      const hear = (chunk: Buffer) => {
        said += chunk.toString();
        if (said.includes("Ctrl-C stops it.")) resolve(said);
      };
      child.stdout?.on("data", hear);
      child.stderr?.on("data", hear);
      void gone.then(() => reject(new Error(`The installation did not start:\n${said}`)));
    });
  }

  /** Starts it while it is empty; answers the code it prints. */
  async startEmpty(): Promise<string> {
    const said = await this.start();
    const code = CODE.exec(said)?.[1];
    if (!code) throw new Error(`No code was printed:\n${said}`);
    return code;
  }

  async stop(): Promise<void> {
    this.#server?.child.kill("SIGTERM");
    await this.#server?.gone;
    this.#server = null;
  }

  /** Runs a command of the installation, such as its backup; answers all it said, and fails when it does. */
  async run(script: string, ...args: string[]): Promise<string> {
    const { code, output } = await runStep(["lib/setup/tsx.mjs", script, ...args], {
      limit: COMMAND_LIMIT,
      env: this.#variables,
    });
    if (code !== 0) throw new Error(`${script} ended with ${code}:\n${output}`);
    return output;
  }

  /** Takes away its database, its files and its secrets; backups lie elsewhere. */
  destroy(): void {
    rmSync(this.#variables.DATA_DIR as string, { recursive: true });
  }

  /** Ends it and takes everything of it away. */
  async end(): Promise<void> {
    await this.stop();
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
