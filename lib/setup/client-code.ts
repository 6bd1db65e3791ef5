import { readFileSync } from "node:fs";
import { Obstacle } from "../db/obstacle";
import { fingerprint, isStamped, stamp } from "./fingerprint";
import { runPrisma } from "./run-prisma";

const stampFile = "lib/db/generated/.made-from";

/**
 * Generates the Prisma client when the schema files or Prisma itself changed.
 * @throws Obstacle with Prisma's complaint when the schema files do not hold together.
 */
export async function ensureClient(): Promise<void> {
  const version: string = JSON.parse(readFileSync("node_modules/prisma/package.json", "utf8")).version;
  const digest = `${version} ${fingerprint(["prisma/schema", "prisma.config.ts"])}`;
  if (isStamped(stampFile, digest)) return;
  console.error("Generating the database client …");
  const { code, output } = await runPrisma(["generate"]);
  if (code !== 0) throw new Obstacle(`The database client could not be generated:\n${output.trim()}`);
  stamp(stampFile, digest);
}
