import { renameSync } from "node:fs";
import path from "node:path";
import { Obstacle, sentenceOf } from "../db/obstacle";
import { connect } from "../db/owner";
import { formerSecrets } from "../settings/cipher";
import { resealSecrets } from "../settings/reseal";
import { type Environment, readEnvironment } from "./environment";
import { keptSecret } from "./secrets";
import { refuseWhileRunning, withDatabase } from "./with-database";

const KEPT = "auth-secret";
/** Made before anything is sealed with it, and taken up again by a second run when the first was cut short. */
const NEXT = "auth-secret.next";

/**
 * Has every secret setting sealed under a new secret: NEXTAUTH_SECRET where that is set, with the one before in
 * PREVIOUS_NEXTAUTH_SECRETS; else one that is made here and takes the place of the one in DATA_DIR.
 * @returns the sentences to print.
 */
async function rotate(environment: Environment): Promise<string[]> {
  const { dataDirectory, authSecret, database } = environment;
  if (database.kind === "embedded") refuseWhileRunning(dataDirectory);
  const isGiven = authSecret === process.env.NEXTAUTH_SECRET;
  const former = formerSecrets();
  if (isGiven && former.length === 0)
    throw new Obstacle("Set NEXTAUTH_SECRET to the new secret and PREVIOUS_NEXTAUTH_SECRETS to the one before.");
  const secret = isGiven ? authSecret : keptSecret(dataDirectory, NEXT);
  const { resealed, already } = await withDatabase(environment, async (url) => {
    const client = await connect(url, { application_name: "casepan secret" });
    try {
      return await resealSecrets(client, secret, isGiven ? former : [authSecret, ...former]);
    } finally {
      await client.end();
    }
  });
  return [
    `Secret settings sealed under the new secret: ${resealed}${already > 0 ? `, and ${already} were already` : ""}.`,
    isGiven
      ? "Start every process of Casepan with it; PREVIOUS_NEXTAUTH_SECRETS is not needed any more."
      : putInPlace(path.join(dataDirectory, KEPT), path.join(dataDirectory, NEXT)),
    "Keep the one before as long as backups from its time: they open with it alone.",
    "Everybody signs in anew, and links in letters that were sent no longer answer invitations.",
  ];
}

function putInPlace(kept: string, next: string): string {
  const before = `${kept}.before-${new Date().toISOString().replaceAll(":", "-")}`;
  renameSync(kept, before);
  renameSync(next, kept);
  return `The new secret is in ${kept}, the one before in ${before}.`;
}

try {
  for (const sentence of await rotate(readEnvironment())) console.log(sentence);
} catch (error) {
  console.error(sentenceOf(error));
  process.exitCode = 1;
}
