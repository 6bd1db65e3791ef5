import type { z } from "zod";
import { conflict, Refusal } from "@/lib/access/errors";
import { mayApply } from "@/lib/access/guesses";
import { publicLab, strangerAt } from "@/lib/access/public-lab";
import type { Origin } from "@/lib/access/sign-in";
import { newToken } from "@/lib/access/tokens";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { queueMail } from "@/lib/mail/queue";
import { writeLetter } from "@/lib/mail/templates/write-letter";
import { linkAddress, newLink, UNCONFIRMED_DAYS } from "./application-links";
import { readTicket } from "./form-ticket";
import type { applySchema } from "./schema";

/**
 * Takes a stranger's application to a lab and writes them a letter to confirm it; nobody at the lab sees it before. Answers a token
 * that adds documents for an hour. Whoever is a partner already, or waits already, is answered alike: only the owner of the address
 * learns it, by the letter. Refuses `not_accepting`, `too_fast`, `form_expired` and `too_many`.
 */
export async function apply(
  input: z.output<typeof applySchema>,
  origin: Origin,
): Promise<{ documentsToken: string; email: string }> {
  const found = await publicLab(input.lab);
  if (!found?.acceptsApplications) throw conflict("not_accepting", "This lab takes no applications at the moment.");
  const robot = { documentsToken: newToken().token, email: input.email };
  if (input.website !== "") return robot;
  const ticket = readTicket(input.lab, input.ticket);
  if (ticket === "early")
    throw new Refusal(
      "invalid",
      "That was very quick. Please look through it once more and send it again.",
      "too_fast",
    );
  if (ticket === "stale")
    throw conflict(
      "form_expired",
      "This form was open for too long. Reload the page; your browser keeps what you wrote.",
    );
  if (!(await mayApply(input.email, origin.ip)))
    throw new Refusal("too_many", "Several applications came from here already. Try again in an hour.");

  const { lab } = found;
  return asActor(strangerAt(lab, origin), async (tx) => {
    const row = await tx.row<{ id: string }>(sql`
      INSERT INTO dentist_applications (applicant_name, email, phone, licence_number, licence_body, practice_name, practice_address,
        practice_city, practice_postcode, practice_phone, tax_id, opening_hours, expected_cases, message)
      VALUES (${input.applicantName}, ${input.email}, ${input.phone}, ${input.licenceNumber}, ${input.licenceBody}, ${input.practiceName},
        ${input.practiceAddress}, ${input.practiceCity}, ${input.practicePostcode}, ${input.practicePhone}, ${input.taxId},
        ${JSON.stringify(input.openingHours)}::jsonb, ${input.expectedCases}, ${input.message}) RETURNING id`);
    const id = row?.id as string;
    const token = await newLink(tx, id, "letter", sql`make_interval(days => ${UNCONFIRMED_DAYS})`);
    const letter = await writeLetter(tx, "application_confirm", {
      labId: lab.id,
      to: input.email,
      from: lab.name,
      href: linkAddress(lab.slug, token),
      values: { lab: lab.name },
    });
    await queueMail(tx, { to: input.email, ...letter, confidential: true });
    return { documentsToken: await newLink(tx, id, "documents", sql`interval '1 hour'`), email: input.email };
  });
}
