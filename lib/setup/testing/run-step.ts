import { spawn } from "node:child_process";

export type StepOutcome = { code: number; output: string; seconds: number };

const foreign = [
  "DATABASE_URL",
  "APP_DATABASE_URL",
  "APP_DATABASE_PASSWORD",
  "DATABASE_REPLICA_URL",
  "NEXTAUTH_SECRET",
  "NEXTAUTH_URL",
  "NODE_ENV",
  "PORT",
  "HOST",
  "DATA_DIR",
  "DEMO",
  "FILES_DIR",
  "RESEND_API_KEY",
  "SMTP_URL",
  "UPLOADTHING_TOKEN",
];

/** This process's variables without those of an installation, which tests must neither use nor touch. */
export function testVariables(): NodeJS.ProcessEnv {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !foreign.includes(name)),
  ) as NodeJS.ProcessEnv;
}

/**
 * Runs one step of the tests to its end, keeping what it writes; past the limit (ms) it is ended with all it started.
 * @param args arguments of Node, unless another program is named.
 */
export function runStep(
  args: string[],
  { program = process.execPath, limit, env = {} }: { program?: string; limit: number; env?: Record<string, string> },
): Promise<StepOutcome> {
  const began = performance.now();
  const child = spawn(program, args, {
    env: { ...testVariables(), NO_COLOR: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const end = (signal: NodeJS.Signals) => {
    if (!child.pid || child.exitCode !== null || child.signalCode !== null) return;
    try {
      process.kill(-child.pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error; // it ended by itself just now
    }
  };
  const pass = () => end("SIGTERM");
  process.once("SIGINT", pass).once("SIGTERM", pass);
  const late = setTimeout(() => {
    output += `\nNot done after ${limit / 1000} s.\n`;
    end("SIGTERM");
    setTimeout(() => end("SIGKILL"), 15_000).unref();
  }, limit);
  return new Promise((resolve) => {
    const done = (code: number) => {
      clearTimeout(late);
      process.off("SIGINT", pass).off("SIGTERM", pass);
      resolve({ code, output, seconds: (performance.now() - began) / 1000 });
    };
    child.on("error", (error) => {
      output += error.message;
      done(1);
    });
    child.on("close", (code) => done(code ?? 1));
  });
}
