import { findDrift } from "../db/check";
import { migrate } from "../db/migrate";
import { sentenceOf } from "../db/obstacle";
import { type Environment, readEnvironment } from "./environment";
import { withDatabase } from "./with-database";

async function check(environment: Environment): Promise<void> {
  const drift = await withDatabase(environment, async (url, wasStarted) => {
    if (wasStarted) await migrate(url);
    return findDrift(url);
  });
  for (const line of drift) console.log(line);
  if (drift.length === 0) console.log("The schema files and the database agree.");
  else process.exitCode = 1;
}

try {
  await check(readEnvironment());
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}
