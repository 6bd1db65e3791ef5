import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { labToday } from "@/lib/labs/today";
import { prescribesAt, submittingPractice } from "../submitting-practice";
import { NO_PREFERENCES, type Preferences } from "./preferences";
import { preferencesSchema, type setPreferencesSchema } from "./schema";

/** Preferences as they are kept; what is blank, or of a shape that never was, reads as none. */
function readPreferences(kept: unknown): Preferences {
  const parsed = preferencesSchema.safeParse({ ...NO_PREFERENCES, ...(kept as object | null) });
  return parsed.success ? parsed.data : NO_PREFERENCES;
}

/** The preferences of some dentists, by their ids. */
export async function preferencesOf(
  tx: Transaction,
  dentistIds: readonly string[],
): Promise<Record<string, Preferences>> {
  const found = await tx.rows<{ id: string; preferences: unknown }>(
    sql`SELECT id, preferences FROM dentist_profiles WHERE id = ANY (${[...dentistIds]}::uuid[])`,
  );
  return Object.fromEntries(found.map(({ id, preferences }) => [id, readPreferences(preferences)]));
}

/**
 * Keeps a dentist's standing preferences, by the people of a practice they prescribe at, or by the lab. Answers what they were
 * before, for undoing. Refuses with `not_found` for a dentist who does not prescribe at the practice today.
 */
export async function setPreferences(
  { actor, tx }: Context,
  { dentistId, practiceId, preferences }: z.output<typeof setPreferencesSchema>,
): Promise<{ before: Preferences }> {
  await submittingPractice(tx, practiceId);
  if (!(await prescribesAt(tx, dentistId, practiceId, labToday(actor.lab.timeZone)))) throw notFound("dentist");
  const kept = await tx.row<{ preferences: unknown }>(
    sql`SELECT preferences FROM dentist_profiles WHERE id = ${dentistId}`,
  );
  await tx.execute(
    sql`UPDATE dentist_profiles SET preferences = ${JSON.stringify(preferences)}::jsonb WHERE id = ${dentistId}`,
  );
  return { before: readPreferences(kept?.preferences) };
}
