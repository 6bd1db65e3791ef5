import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { NotOpened, open, type Sealed, seal } from "./cipher";
import type { SecretSetting, Setting } from "./setting";

/**
 * What the lab set, or what Casepan suggests where it said nothing. `labId` names the lab where the transaction acts for none (the
 * owner's jobs).
 */
export async function readSetting<Value>(
  tx: Transaction,
  setting: Setting<Value> & { reach: "plain" | "public" },
  labId: string | null = null,
): Promise<Value> {
  const row = await tx.row<{ value: unknown }>(sql`
    SELECT value FROM settings WHERE lab_id = coalesce(${labId}::uuid, app_lab_id()) AND key = ${setting.key} AND value IS NOT NULL`);
  return row ? setting.schema.parse(row.value) : setting.fallback;
}

/** Keeps what the lab sets; the value was checked by the setting's schema. */
export async function keepSetting<Value>(
  tx: Transaction,
  setting: Setting<Value> & { reach: "plain" | "public" },
  value: Value,
): Promise<void> {
  await tx.execute(sql`
    INSERT INTO settings (key, value, is_public) VALUES (${setting.key}, ${JSON.stringify(value)}::jsonb, ${setting.reach === "public"})
    ON CONFLICT (lab_id, key) DO UPDATE SET value = excluded.value, is_public = excluded.is_public, set_at = now()`);
}

/** What a secret is bound to: its lab and its key. */
export const placeOf = (labId: string, key: string) => `${labId}/${key}`;

/** Keeps a secret of the acting lab enciphered, or takes it away with null. */
export async function keepSecret(
  tx: Transaction,
  setting: SecretSetting,
  labId: string,
  value: string | null,
): Promise<void> {
  const sealed = value === null ? null : seal(value, placeOf(labId, setting.key));
  await tx.execute(sql`
    INSERT INTO settings (key, ciphertext, key_id) VALUES (${setting.key}, ${sealed?.ciphertext ?? null}, ${sealed?.keyId ?? null})
    ON CONFLICT (lab_id, key) DO UPDATE SET ciphertext = excluded.ciphertext, key_id = excluded.key_id, set_at = now()`);
}

/** A secret of a lab in plain, for the one who needs it on the server; null when none is set. @throws NotOpened */
export async function readSecret(tx: Transaction, setting: SecretSetting, labId: string): Promise<string | null> {
  const row = await tx.row<Sealed>(sql`
    SELECT ciphertext, key_id AS "keyId" FROM settings WHERE lab_id = ${labId} AND key = ${setting.key} AND ciphertext IS NOT NULL`);
  return row ? open(row, placeOf(labId, setting.key)) : null;
}

/** What a screen may know of a secret: whether it is set, its last four characters, and whether the installation can still open it. */
export type SecretShown = { isSet: boolean; endsIn: string | null; canBeRead: boolean };

/** As `readSecret`, but only what a screen may show of it. Of a short secret, no character is. */
export async function showSecret(tx: Transaction, setting: SecretSetting, labId: string): Promise<SecretShown> {
  try {
    const value = await readSecret(tx, setting, labId);
    return { isSet: value !== null, endsIn: value && value.length >= 12 ? value.slice(-4) : null, canBeRead: true };
  } catch (error) {
    if (error instanceof NotOpened) return { isSet: true, endsIn: null, canBeRead: false };
    throw error;
  }
}
