import { checkAuditSeals } from "../audit/upkeep";
import { sentenceOf } from "../db/obstacle";
import { connect } from "../db/owner";
import { type Environment, readEnvironment } from "./environment";
import { withDatabase } from "./with-database";

const FAULTS = {
  chain: "does not go on from the block before it",
  entries: "has more or fewer entries than were sealed",
  content: "was changed after it was sealed",
};

/** Says per lab how far the audit log is sealed, and fails when a block of it was tampered with. */
async function check(environment: Environment): Promise<void> {
  const { heads, broken, redacted } = await withDatabase(environment, async (url) => {
    const client = await connect(url);
    try {
      return await checkAuditSeals(client);
    } finally {
      await client.end();
    }
  });
  for (const { lab, blocks, entries, sealedTo, digest } of heads)
    console.log(
      `${lab}: ${entries} entries in ${blocks} blocks, sealed to ${sealedTo.toISOString()}, digest ${digest}`,
    );
  for (const { lab, position, beginsAt, endsAt, fault } of broken)
    console.log(`${lab}: block ${position} (${beginsAt.toISOString()} to ${endsAt.toISOString()}) ${FAULTS[fault]}.`);
  for (const { lab, erasure, month, entries, holds } of redacted)
    console.log(
      `${lab}: ${entries} entries of ${month.replace("_", "-")} redacted by erasure ${erasure}, ${holds ? "as it left them" : "NOT as it left them"}.`,
    );
  if (broken.length > 0 || redacted.some(({ holds }) => !holds)) process.exitCode = 1;
  else if (heads.length === 0)
    console.log("Nothing is sealed yet: a job seals what was written an hour before, while Casepan runs.");
  else console.log("Every seal of the audit log holds.");
}

try {
  await check(readEnvironment());
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}
