import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, notFound, Refusal } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { announce } from "@/lib/outbox/outbox";
import { checkPriceList, lockPractice } from "./load";
import type { addDentistSchema, dentistTermsSchema, linkDentistSchema } from "./schema";

type Terms = {
  isPrimary: boolean;
  discountPercent: string | null;
  priceListId: string | null;
  startedOn: string | null;
  endedOn: string | null;
};

/**
 * Enters a dentist the lab does not know yet and links them to the practice. Answers the link's id. Refuses with `not_found` and, at
 * the licence number, with `licence_known` when a dentist of the lab has it: link that one instead.
 */
export async function addDentist({ tx }: Context, input: z.output<typeof addDentistSchema>): Promise<{ id: string }> {
  await lockPractice(tx, input.practiceId);
  const known = await tx.row<{ name: string }>(sql`
    SELECT full_name AS name FROM dentist_profiles WHERE licence_number = ${input.licenceNumber}`);
  if (known) {
    const message = `${known.name} has this licence number already. Link the existing dentist instead.`;
    throw new Refusal("conflict", message, "licence_known", { licenceNumber: [message] });
  }
  const dentist = await tx.row<{ id: string }>(sql`
    INSERT INTO dentist_profiles (full_name, licence_number, email, phone)
    VALUES (${input.fullName}, ${input.licenceNumber}, ${input.email}, ${input.phone}) RETURNING id`);
  return link(tx, input.practiceId, dentist?.id as string, input);
}

/** Links a dentist of the lab to one more practice. Refuses with `not_found` and `already_linked`. Answers the link's id. */
export async function linkDentist({ tx }: Context, input: z.output<typeof linkDentistSchema>): Promise<{ id: string }> {
  await lockPractice(tx, input.practiceId);
  const dentist = await tx.row<{ name: string; linked: boolean }>(sql`
    SELECT d.full_name AS name, EXISTS (SELECT FROM practice_dentists pd WHERE pd.dentist_id = d.id AND pd.practice_id = ${input.practiceId}) AS linked
    FROM dentist_profiles d WHERE d.id = ${input.dentistId}`);
  if (!dentist) throw notFound("dentist");
  if (dentist.linked) throw conflict("already_linked", `${dentist.name} works at this practice already.`);
  return link(tx, input.practiceId, input.dentistId, input);
}

/** Changes a dentist's terms at a practice. `id` is the link's. Refuses with `not_found` and `price_list_missing`. */
export async function changeDentistTerms(
  { tx }: Context,
  input: z.output<typeof dentistTermsSchema>,
): Promise<{ id: string }> {
  const row = await lockLink(tx, input.id);
  await checkPriceList(tx, input.priceListId);
  await keepOnePrimary(tx, row.practiceId, input);
  await tx.execute(sql`
    UPDATE practice_dentists SET is_primary = ${input.isPrimary}, discount_percent = ${input.discountPercent},
      price_list_id = ${input.priceListId}, started_on = ${input.startedOn}, ended_on = ${input.endedOn} WHERE id = ${input.id}`);
  await announce(tx, ["practices"]);
  return { id: input.id };
}

/** Takes a dentist off a practice; `relinkDentist` undoes it. `id` is the link's. Refuses with `not_found`. */
export async function unlinkDentist({ tx }: Context, { id }: { id: string }): Promise<{ id: string }> {
  await lockLink(tx, id);
  await tx.includeDeleted();
  await tx.execute(sql`UPDATE practice_dentists SET deleted_at = now() WHERE id = ${id}`);
  await announce(tx, ["practices"]);
  return { id };
}

/** Puts a dentist back who was taken off a practice. Refuses with `not_found` and `already_linked`. */
export async function relinkDentist({ tx }: Context, { id }: { id: string }): Promise<{ id: string }> {
  await tx.includeDeleted();
  const row = await lockLink(tx, id);
  const living = await tx.row(sql`
    SELECT 1 FROM practice_dentists WHERE practice_id = ${row.practiceId} AND dentist_id = ${row.dentistId} AND deleted_at IS NULL`);
  if (living) throw conflict("already_linked", "This dentist works at the practice already.");
  await tx.execute(sql`UPDATE practice_dentists SET deleted_at = NULL, is_primary = false WHERE id = ${id}`);
  await announce(tx, ["practices"]);
  return { id };
}

/** Writes the link of a dentist to a practice that is locked. */
export async function link(
  tx: Transaction,
  practiceId: string,
  dentistId: string,
  terms: Terms,
): Promise<{ id: string }> {
  await checkPriceList(tx, terms.priceListId);
  await keepOnePrimary(tx, practiceId, terms);
  const row = await tx.row<{ id: string }>(sql`
    INSERT INTO practice_dentists (practice_id, dentist_id, is_primary, discount_percent, price_list_id, started_on, ended_on)
    VALUES (${practiceId}, ${dentistId}, ${terms.isPrimary}, ${terms.discountPercent}, ${terms.priceListId}, ${terms.startedOn}, ${terms.endedOn}) RETURNING id`);
  await announce(tx, ["practices"]);
  return { id: row?.id as string };
}

async function keepOnePrimary(tx: Transaction, practiceId: string, terms: Terms): Promise<void> {
  if (!terms.isPrimary) return;
  await tx.execute(
    sql`UPDATE practice_dentists SET is_primary = false WHERE practice_id = ${practiceId} AND is_primary`,
  );
}

/** A link, after its practice was locked: whoever changes the links of one practice, of which one is primary, goes one by one. */
async function lockLink(tx: Transaction, id: string): Promise<{ practiceId: string; dentistId: string }> {
  const row = await tx.row<{ practiceId: string; dentistId: string }>(sql`
    SELECT practice_id AS "practiceId", dentist_id AS "dentistId" FROM practice_dentists WHERE id = ${id}`);
  if (!row) throw notFound("dentist");
  await lockPractice(tx, row.practiceId);
  const living = await tx.row(sql`SELECT 1 FROM practice_dentists WHERE id = ${id} FOR UPDATE`);
  if (!living) throw notFound("dentist");
  return row;
}
