import { readFileSync } from "node:fs";

const interval = 500;

/**
 * Calls back when the npm that started this process is gone. npm passes a SIGTERM on to the shell between them, which
 * ends without telling anybody; killed, npm tells nobody either.
 */
export function whenNpmIsGone(then: () => void): void {
  if (!process.env.npm_lifecycle_event) return;
  const line = lineage();
  const timer = setInterval(() => {
    if (lineage() === line) return;
    clearInterval(timer);
    then();
  }, interval);
  timer.unref();
}

/** The parent's number, and where that is the shell between, npm's. */
function lineage(): string {
  const parent = process.ppid;
  if (process.platform !== "linux") return String(parent);
  try {
    const [, name, , above] = /\((.*)\) (\S+) (\d+)/.exec(readFileSync(`/proc/${parent}/stat`, "utf8")) ?? [];
    return /^(ba|da)?sh$/.test(name ?? "") ? `${parent} ${above}` : String(parent);
  } catch {
    return "gone";
  }
}
