import type { z } from "zod";
import { conflict } from "@/lib/access/errors";
import { publicLab, strangerAt } from "@/lib/access/public-lab";
import type { Origin } from "@/lib/access/sign-in";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { notify } from "@/lib/notifications/notify";
import { announce } from "@/lib/outbox/outbox";
import { type LinkedApplication, lockByLink, prolongLinks } from "./application-links";
import type { answerSchema, linkSchema } from "./schema";
import { type ApplicationStatus, isWaiting } from "./vocabulary";

/** What an applicant does by the link in their letter, signed in or not. */

type Link = z.output<typeof linkSchema>;
type Standing = { status: ApplicationStatus };

async function atLink<T>(
  { lab, token }: Link,
  origin: Origin,
  work: (tx: Transaction, found: LinkedApplication) => Promise<T>,
): Promise<T> {
  const place = await publicLab(lab);
  if (!place) throw conflict("link_spent", "This link does not work any more.");
  return asActor(strangerAt(place.lab, origin), async (tx) => work(tx, await lockByLink(tx, token)));
}

/**
 * Proves the applicant's address and puts the application before the lab; doing it again changes nothing. Refuses `document_missing`,
 * `already_waiting` when an earlier application of the address waits, `already_partner` when the address signs in to the lab,
 * `withdrawn` and `link_spent`.
 */
export function confirmApplication(input: Link, origin: Origin): Promise<Standing> {
  return atLink(input, origin, async (tx, found) => {
    if (found.status === "withdrawn") throw conflict("withdrawn", "This application was withdrawn.");
    if (found.status !== "unconfirmed") return { status: found.status };
    const known = await tx.row<{ documents: boolean; waits: boolean; partner: boolean }>(sql`
      SELECT EXISTS (SELECT FROM dentist_application_files f WHERE f.application_id = ${found.id}) AS documents,
        EXISTS (SELECT FROM dentist_applications a WHERE a.email = ${found.email} AND a.status IN ('submitted', 'in_review', 'question')) AS waits,
        EXISTS (SELECT FROM users u JOIN memberships m ON m.user_id = u.id AND m.status = 'active' WHERE u.email = ${found.email}) AS partner`);
    if (known?.partner)
      throw conflict(
        "already_partner",
        "You have an account with this lab already: sign in. To add a practice, write to the lab.",
      );
    if (known?.waits)
      throw conflict(
        "already_waiting",
        "An earlier application of yours is with the lab already. Its letter shows how it stands.",
      );
    if (!known?.documents) throw conflict("document_missing", "Add a copy of your licence first, then confirm.");
    await tx.execute(
      sql`UPDATE dentist_applications SET status = 'submitted', confirmed_at = now() WHERE id = ${found.id}`,
    );
    await prolongLinks(tx, found.id);
    await tellReviewers(tx, found, "confirmed", `${found.name} applies to work with you`);
    return { status: "submitted" };
  });
}

/** Answers the lab's question. Refuses `no_question` and `link_spent`. */
export function answerQuestion({ body, ...link }: z.output<typeof answerSchema>, origin: Origin): Promise<Standing> {
  return atLink(link, origin, async (tx, found) => {
    if (found.status !== "question") throw conflict("no_question", "The lab waits for no answer at the moment.");
    const status = found.licenceChecked ? "in_review" : "submitted";
    const message = await tx.row<{ id: string }>(sql`
      INSERT INTO dentist_application_messages (application_id, body) VALUES (${found.id}, ${body}) RETURNING id`);
    await tx.execute(sql`UPDATE dentist_applications SET status = ${status} WHERE id = ${found.id}`);
    await tellReviewers(tx, found, `answer:${message?.id}`, `${found.name} answered your question`);
    return { status };
  });
}

/** Takes the application back; it is not reviewed any further. Refuses `already_decided` and `link_spent`. */
export function withdrawApplication(input: Link, origin: Origin): Promise<Standing> {
  return atLink(input, origin, async (tx, found) => {
    if (found.status === "withdrawn") return { status: "withdrawn" };
    if (found.status !== "unconfirmed" && !isWaiting(found.status))
      throw conflict("already_decided", "The lab has decided on this application already.");
    await tx.execute(sql`UPDATE dentist_applications SET status = 'withdrawn' WHERE id = ${found.id}`);
    await announce(tx, ["applications"]);
    return { status: "withdrawn" };
  });
}

async function tellReviewers(tx: Transaction, found: LinkedApplication, event: string, title: string): Promise<void> {
  await notify(
    tx,
    { permission: "applications.review" },
    { key: `application:${found.id}:${event}`, type: "system", title, href: `/applications/${found.id}` },
  );
  await announce(tx, ["applications"]);
}
