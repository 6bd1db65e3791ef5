import { type Outcome, runProgram } from "./run-program";

/** Runs Prisma's command line. It wants its schema engine to exist, though neither generating nor validating runs it. */
export function runPrisma(args: string[], env: Record<string, string> = {}): Promise<Outcome> {
  return runProgram("node_modules/prisma/build/index.js", args, {
    env: {
      PRISMA_SCHEMA_ENGINE_BINARY: process.execPath,
      PRISMA_HIDE_UPDATE_MESSAGE: "1",
      CHECKPOINT_DISABLE: "1",
      NO_COLOR: "1",
      ...env,
    },
  });
}
