import { existsSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { enableAppRole } from "../db/app-role";
import { migrate } from "../db/migrate";
import { Obstacle } from "../db/obstacle";
import { connect } from "../db/owner";
import { recreateDatabase } from "../db/postgres/roles";
import { syncPermissions } from "../labs/open-lab";
import { appUrl, type Environment, ownerVariables } from "./environment";
import type { OpenDatabase } from "./open-database";
import { runProgram } from "./run-program";

/**
 * Brings the database to this version: migrations, the web app's role, and demo labs when it is the embedded one and
 * holds no lab and DEMO does not say off.
 * @throws Obstacle when a migration or the seed fails, or the database cannot be reached.
 */
export async function prepareDatabase(
  environment: Environment,
  { ownerUrl, superuserUrl }: OpenDatabase,
): Promise<void> {
  // A seed that was cut short left labs behind that look whole; the mark says that they are not.
  const mark = path.join(environment.dataDirectory, "seeding");
  if (superuserUrl && existsSync(mark)) await recreateDatabase(superuserUrl);
  const applied = await migrate(ownerUrl);
  if (applied.length > 0) console.log(`Applied ${applied.length} migration${applied.length === 1 ? "" : "s"}.`);
  await enableAppRole(ownerUrl, appUrl(environment, ownerUrl));
  await keepPermissions(ownerUrl);
  if (!environment.demonstration || !superuserUrl || !(await isEmpty(ownerUrl))) return;
  console.log("Making two demo labs …");
  writeFileSync(mark, "");
  const seed = await runProgram("lib/setup/tsx.mjs", ["lib/setup/seed.ts"], {
    env: ownerVariables(environment, ownerUrl),
  });
  if (seed.code !== 0) throw new Obstacle(`${seed.output.trim()}\nThe demo labs could not be made (see above).`);
  rmSync(mark);
}

/** What roles may be given follows the code: the web app, which opens the first lab, may not write it. */
async function keepPermissions(ownerUrl: string): Promise<void> {
  const client = await connect(ownerUrl);
  try {
    await syncPermissions(async (text, values) => (await client.query(text, values)).rows);
  } finally {
    await client.end();
  }
}

async function isEmpty(ownerUrl: string): Promise<boolean> {
  const client = await connect(ownerUrl);
  try {
    const { rows } = await client.query<{ empty: boolean }>("select not exists (select from labs) as empty");
    return rows[0]?.empty ?? false;
  } finally {
    await client.end();
  }
}
