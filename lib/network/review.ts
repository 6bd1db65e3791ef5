import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { addressOf } from "@/lib/access/tokens";
import { sql } from "@/lib/db/sql";
import { queueMail } from "@/lib/mail/queue";
import { writeLetter } from "@/lib/mail/templates/write-letter";
import { announce } from "@/lib/outbox/outbox";
import { linkAddress, newLink } from "./application-links";
import { lockApplication } from "./lock-application";
import type { acceptsSchema, askApplicantSchema, checkLicenceSchema, rejectSchema } from "./schema";

/** Notes that the reviewer found the licence in a register; again replaces the note. Refuses as `lockApplication`. */
export async function checkLicence(
  { actor, tx }: Context,
  { id, register, note }: z.output<typeof checkLicenceSchema>,
): Promise<{ id: string }> {
  const { status } = await lockApplication(tx, id);
  await tx.execute(sql`
    UPDATE dentist_applications SET licence_checked_at = now(), licence_checked_by_id = ${actor.userId}, licence_register = ${register},
      licence_note = ${note}, status = ${status === "submitted" ? "in_review" : status} WHERE id = ${id}`);
  await announce(tx, ["applications"]);
  return { id };
}

/** Asks the applicant by letter; the application waits for the answer. Refuses as `lockApplication`. */
export async function askApplicant(
  { actor, tx }: Context,
  { id, body }: z.output<typeof askApplicantSchema>,
): Promise<{ id: string }> {
  const { applicantName: name, email } = await lockApplication(tx, id);
  await tx.execute(sql`
    INSERT INTO dentist_application_messages (application_id, author_id, body) VALUES (${id}, ${actor.userId}, ${body})`);
  await tx.execute(sql`UPDATE dentist_applications SET status = 'question' WHERE id = ${id}`);
  const href = linkAddress(actor.lab.slug, await newLink(tx, id, "letter"));
  const letter = await writeLetter(tx, "application_question", {
    labId: actor.lab.id,
    to: email,
    from: actor.lab.name,
    href,
    values: { name, lab: actor.lab.name, question: body },
  });
  await queueMail(tx, { to: email, ...letter, confidential: true });
  await announce(tx, ["applications"]);
  return { id };
}

/** Turns an application down and tells the applicant why, in these words. They may apply again. Refuses as `lockApplication`. */
export async function rejectApplication(
  { actor, tx }: Context,
  { id, reason }: z.output<typeof rejectSchema>,
): Promise<{ id: string }> {
  const { applicantName: name, email } = await lockApplication(tx, id);
  await tx.execute(sql`
    UPDATE dentist_applications SET status = 'rejected', decision_reason = ${reason}, reviewed_at = now(), reviewed_by_id = ${actor.userId}
    WHERE id = ${id}`);
  const href = addressOf(`/apply/${actor.lab.slug}`);
  const letter = await writeLetter(tx, "application_rejected", {
    labId: actor.lab.id,
    to: email,
    from: actor.lab.name,
    href,
    values: { name, lab: actor.lab.name, reason },
  });
  await queueMail(tx, { to: email, ...letter });
  await announce(tx, ["applications"]);
  return { id };
}

/** Opens or closes the lab's application form. */
export async function setAcceptsApplications(
  { actor, tx }: Context,
  { accepts }: z.output<typeof acceptsSchema>,
): Promise<{ accepts: boolean }> {
  await tx.execute(sql`UPDATE labs SET accepts_applications = ${accepts} WHERE id = ${actor.lab.id}`);
  await announce(tx, ["applications"]);
  return { accepts };
}
