import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, invalid } from "@/lib/access/errors";
import { letIn } from "@/lib/access/users/let-in";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { writeLetter } from "@/lib/mail/templates/write-letter";
import { announce } from "@/lib/outbox/outbox";
import { createPractice } from "@/lib/practices/create-practice";
import { link } from "@/lib/practices/dentists";
import { checkPriceList, lockPractice } from "@/lib/practices/load";
import { type LockedApplication, lockApplication } from "./lock-application";
import type { approveSchema } from "./schema";

type Approval = z.output<typeof approveSchema>;

/**
 * Takes an applicant on, all at once: the dentist's profile with who verified it, their practice (entered anew, or one the lab has),
 * the terms, an account with rights at the practice, and the letter. At a new practice the terms are the practice's; at a known one
 * prices and discount are the dentist's own there. Refuses as `lockApplication` and `letIn`, and with `licence_unchecked`,
 * `licence_taken`, `other_profile`, `practice_exists`, `price_list_missing`.
 */
export async function approveApplication(
  context: Context,
  input: Approval,
): Promise<{ id: string; practiceId: string; dentistId: string }> {
  const { actor, tx } = context;
  const application = await lockApplication(tx, input.id);
  if (!application.licenceChecked)
    throw conflict("licence_unchecked", "Check the licence against its register first, and note where you looked.");
  const dentist = await profileOf(tx, application, actor.userId);
  const practice = input.practiceId
    ? await lockPractice(tx, input.practiceId)
    : await enterPractice(context, application, input);
  await linkTerms(tx, practice.id, dentist.id, input);
  const { email, applicantName: name } = application;
  const person = { email, name, practiceId: practice.id, roleKey: "dentist" as const, rights: input.rights };
  const { userId } = await letIn(tx, actor, person, ({ href, isNew }) =>
    writeLetter(tx, isNew ? "application_approved" : "application_approved_known", {
      labId: actor.lab.id,
      to: email,
      from: actor.lab.name,
      href,
      values: { name, lab: actor.lab.name, practice: practice.name },
    }),
  );
  await bindAccount(tx, dentist, userId);
  await tx.execute(sql`
    UPDATE dentist_applications SET status = 'approved', reviewed_at = now(), reviewed_by_id = ${actor.userId},
      practice_id = ${practice.id}, dentist_id = ${dentist.id} WHERE id = ${input.id}`);
  await announce(tx, ["applications", "practices"]);
  return { id: input.id, practiceId: practice.id, dentistId: dentist.id };
}

type Profile = { id: string; userId: string | null };

/** The lab's dentist with this licence, entered when there is none, marked as verified now. */
async function profileOf(tx: Transaction, application: LockedApplication, verifiedBy: string | null): Promise<Profile> {
  const { licenceNumber, applicantName, email, phone } = application;
  const known = await tx.row<Profile>(sql`
    SELECT id, user_id AS "userId" FROM dentist_profiles WHERE licence_number = ${licenceNumber} AND deleted_at IS NULL FOR UPDATE`);
  const found = known ?? {
    userId: null,
    id: (
      await tx.row<{ id: string }>(sql`
        INSERT INTO dentist_profiles (full_name, licence_number) VALUES (${applicantName}, ${licenceNumber}) RETURNING id`)
    )?.id as string,
  };
  await tx.execute(sql`
    UPDATE dentist_profiles SET status = 'active', verified_at = now(), verified_by_id = ${verifiedBy}, email = coalesce(email, ${email}::text),
      phone = coalesce(phone, ${phone}::text) WHERE id = ${found.id}`);
  return found;
}

async function enterPractice(
  context: Context,
  application: LockedApplication,
  terms: Approval,
): Promise<{ id: string; name: string }> {
  const { practiceName: name, practiceAddress, practicePostcode } = application;
  if (!practiceAddress || !practicePostcode)
    throw invalid("practiceId", "The application has no full address: enter the practice first and choose it here.");
  const { id } = await createPractice(context, {
    name,
    code: null,
    addressLine1: practiceAddress,
    addressLine2: null,
    city: application.practiceCity,
    postcode: practicePostcode,
    phone: application.practicePhone ?? application.phone,
    email: application.email,
    latitude: null,
    longitude: null,
    openingHours: application.openingHours ?? {},
    transitDays: terms.transitDays,
    paymentTermsDays: terms.paymentTermsDays,
    discountPercent: terms.discountPercent ?? "0",
    priceListId: terms.priceListId,
    invoiceMode: terms.invoiceMode,
    taxId: application.taxId,
    taxExemptReason: null,
    taxExemptNumber: null,
    status: "active",
    notes: null,
  });
  return { id, name };
}

async function linkTerms(tx: Transaction, practiceId: string, dentistId: string, terms: Approval): Promise<void> {
  const own = terms.practiceId
    ? { discountPercent: terms.discountPercent, priceListId: terms.priceListId }
    : { discountPercent: null, priceListId: null };
  const known = await tx.row<{ id: string }>(sql`
    SELECT id FROM practice_dentists WHERE practice_id = ${practiceId} AND dentist_id = ${dentistId} AND deleted_at IS NULL FOR UPDATE`);
  if (!known) {
    await link(tx, practiceId, dentistId, {
      ...own,
      isPrimary: !terms.practiceId,
      startedOn: terms.startedOn,
      endedOn: null,
    });
    return;
  }
  await checkPriceList(tx, own.priceListId);
  await tx.execute(sql`
    UPDATE practice_dentists SET discount_percent = ${own.discountPercent}, price_list_id = ${own.priceListId}, started_on = ${terms.startedOn},
      ended_on = NULL WHERE id = ${known.id}`);
}

/** Makes the account the dentist's own, unless another person or another dentist has that place. */
async function bindAccount(tx: Transaction, dentist: Profile, userId: string): Promise<void> {
  if (dentist.userId === userId) return;
  if (dentist.userId)
    throw conflict("licence_taken", "A dentist with this licence signs in with another address. Check who applies.");
  const other = await tx.row<{ name: string }>(sql`
    SELECT full_name AS name FROM dentist_profiles WHERE user_id = ${userId} AND deleted_at IS NULL`);
  if (other)
    throw conflict(
      "other_profile",
      `This address is that of ${other.name}, who has another licence number. Check who applies.`,
    );
  await tx.execute(sql`UPDATE dentist_profiles SET user_id = ${userId} WHERE id = ${dentist.id}`);
}
