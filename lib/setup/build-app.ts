import { existsSync, rmSync } from "node:fs";
import { Obstacle } from "../db/obstacle";
import { fingerprint, isStamped, stamp } from "./fingerprint";
import { runProgram } from "./run-program";

const stampFile = ".next/casepan-sources";
const sources = ["app", "components", "lib", "public", "prisma/schema"];
const settings = [
  "next.config.ts",
  "proxy.ts",
  "postcss.config.mjs",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

/**
 * Builds the app when its sources changed since the last build that succeeded.
 * @param show true lets the build write to the terminal.
 * @throws Obstacle when it does not build.
 */
export async function ensureBuild({ show = false } = {}): Promise<void> {
  const digest = fingerprint([...sources, ...settings], isSource);
  if (existsSync(".next/BUILD_ID") && isStamped(stampFile, digest)) return;
  rmSync(stampFile, { force: true });
  console.log("Building the app …");
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  const { code, output } = await runProgram("node_modules/next/dist/bin/next", ["build"], { env, show });
  if (code !== 0)
    throw new Obstacle(`${output.trim()}\nThe app could not be built${output ? " (see above)" : ""}.`.trim());
  stamp(stampFile, digest);
}

/** Tests are not built, and of what sets up and works off the app the pages need the health report alone. */
function isSource(file: string): boolean {
  return !/\.test\.tsx?$|^lib\/db\/generated\/|^lib\/setup\/(?!health\.ts$)|^lib\/jobs\//.test(
    file.replaceAll("\\", "/"),
  );
}
