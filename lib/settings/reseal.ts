import { Obstacle } from "../db/obstacle";
import type { Client, PoolClient } from "../db/owner";
import { keyIdOf, NotOpened, open, type Sealed, seal } from "./cipher";
import { placeOf } from "./store";

type Kept = Sealed & { id: string; labId: string; lab: string; key: string };

/**
 * Enciphers every secret setting of every lab anew under `secret`, all of them or none: in one transaction.
 * @param client a connection of the owner, outside a transaction.
 * @param secret what seals from now on.
 * @param former secrets that may open what is there.
 * @returns how many were sealed anew, and how many were under `secret` already.
 * @throws Obstacle when one opens with none of them; it names the labs and the settings, and nothing is changed.
 */
export async function resealSecrets(
  client: Pick<Client | PoolClient, "query">,
  secret: string,
  former: readonly string[],
): Promise<{ resealed: number; already: number }> {
  await client.query("begin");
  try {
    const { rows } = await client.query<Kept>(`
      select s.id, s.lab_id as "labId", l.slug as lab, s.key, s.ciphertext, s.key_id as "keyId"
      from settings s join labs l on l.id = s.lab_id where s.ciphertext is not null order by l.slug, s.key for update of s`);
    const opened = rows.map((kept) => ({ ...kept, plain: plainOf(kept, [secret, ...former]) }));
    const shut = opened.filter(({ plain }) => plain === null);
    if (shut.length > 0) throw cannotOpen(shut);
    const due = opened.filter(({ keyId }) => keyId !== keyIdOf(secret));
    for (const { id, labId, key, plain } of due) {
      const sealed = seal(plain as string, placeOf(labId, key), secret);
      await client.query("update settings set ciphertext = $2, key_id = $3 where id = $1", [
        id,
        sealed.ciphertext,
        sealed.keyId,
      ]);
    }
    await client.query("commit");
    return { resealed: due.length, already: rows.length - due.length };
  } catch (error) {
    await client.query("rollback");
    throw error;
  }
}

function plainOf(kept: Kept, secrets: readonly string[]): string | null {
  try {
    return open(kept, placeOf(kept.labId, kept.key), secrets);
  } catch (error) {
    if (error instanceof NotOpened) return null;
    throw error;
  }
}

function cannotOpen(shut: readonly Kept[]): Obstacle {
  const named = shut.map(({ lab, key }) => `${key} of ${lab}`).join(", ");
  return new Obstacle(
    `Nothing was changed: the secrets given do not open ${named}. Name the secret they were kept under in PREVIOUS_NEXTAUTH_SECRETS, or have each lab enter or remove them under Settings, Letters.`,
  );
}
