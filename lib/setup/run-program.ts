import { spawn } from "node:child_process";
import { shutdown } from "./shutdown";

export type Outcome = { code: number; output: string };

/**
 * Runs one of the project's programs with this Node to its end; it is stopped when Casepan is told to stop meanwhile.
 * @param script path of a JavaScript file relative to the project.
 * @param show true lets the program write to the terminal; false keeps its output for the answer.
 */
export function runProgram(
  script: string,
  args: string[],
  { env = {}, show = false }: { env?: Record<string, string>; show?: boolean } = {},
): Promise<Outcome> {
  const output = show ? "inherit" : "pipe";
  const child = spawn(process.execPath, [script, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", output, output],
  });
  const forget = shutdown.add(async () => {
    child.kill("SIGTERM");
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      text += chunk.toString();
    });
  }
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("close", (code) => {
      forget();
      resolve({ code: code ?? 1, output: text });
    });
  });
}
