import { type ChildProcess, spawn } from "node:child_process";
import { get } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { type Environment, ownerVariables, webVariables } from "./environment";
import { shutdown } from "./shutdown";

const next = "node_modules/next/dist/bin/next";

/** Starts the web server, to be stopped with everything else; when it ends by itself, everything does. */
export function serveWeb(environment: Environment, ownerUrl: string, development: boolean): void {
  const address = ["--port", String(environment.port), "--hostname", environment.host];
  const args = ["--import", "./lib/setup/follow-parent.mjs", next, development ? "dev" : "start", ...address];
  keep("The web server", args, 3_000, { ...webVariables(environment, ownerUrl), ...nodeEnv(development) });
}

/** Starts the worker, likewise. */
export function serveJobs(environment: Environment, ownerUrl: string, development: boolean): void {
  const args = ["--import", "tsx", "lib/jobs/worker.ts"];
  keep("The job worker", args, 10_000, { ...ownerVariables(environment, ownerUrl), ...nodeEnv(development) });
}

function nodeEnv(development: boolean): { NODE_ENV: string } {
  return { NODE_ENV: development ? "development" : "production" };
}

/** Resolves once the web server answers on its port, whatever it answers. */
export async function untilAnswering(host: string, port: number): Promise<void> {
  const anywhere: Record<string, string> = { "0.0.0.0": "127.0.0.1", "::": "::1" };
  while (!shutdown.hasBegun && !(await answers(anywhere[host] ?? host, port))) await pause(50);
}

/** One request over a connection of its own: one kept open would hold up the web server's end. */
function answers(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const request = get({ host, port, path: "/api/health", agent: false }, (response) => {
      response.resume();
      resolve(true);
    });
    request.on("error", () => resolve(false));
  });
}

/**
 * The child runs in a process group of its own: Ctrl-C reaches this process alone, which stops its children in order.
 * The channel between them tells the child when this process is killed.
 */
function keep(name: string, args: string[], patience: number, variables: Record<string, string>): void {
  const env = { ...process.env, ...variables };
  if (!("DATABASE_URL" in variables)) delete env.DATABASE_URL;
  const child = spawn(process.execPath, args, { env, detached: true, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  shutdown.add(() => stop(child, patience));
  child.on("exit", (code, signal) => {
    if (shutdown.hasBegun) return;
    console.error(`${name} stopped by itself (${signal ?? `exit code ${code}`}); Casepan stops.`);
    void shutdown.exit(1);
  });
}

async function stop(child: ChildProcess, patience: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), patience);
  await ended;
  clearTimeout(late);
}
