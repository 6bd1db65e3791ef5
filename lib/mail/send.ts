import type { PoolClient } from "@/lib/db/owner";
import { type Carrier, NotTaken } from "./carriers";
import type { Attachment } from "./queue";

type Row = {
  id: string;
  to_address: string;
  subject: string;
  text_body: string;
  html_body: string;
  attachments: Attachment[] | null;
  confidential: boolean;
  lab_name: string | null;
};

const WIPED = "This letter held a personal link. What it said is not kept once it has been sent.";

/**
 * Sends a queued letter once, or marks it `kept` when there is no carrier. A letter that was sent is left alone. Throws when the
 * carrier may take it later, so that the job is tried again; a letter it will never take stays `failed` with the reason.
 *
 * A process that dies after the carrier took the letter and before this is committed sends it again. Resend recognises the
 * repetition by the idempotency key (24 hours); for SMTP there is no such word, and only the Message-ID tells the copies apart.
 */
export async function sendMail(client: PoolClient, mailId: string, carrier: Carrier | null): Promise<void> {
  await client.query("BEGIN");
  try {
    const again = await attempt(client, mailId, carrier);
    await client.query("COMMIT");
    if (again) throw again;
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {});
    throw error;
  }
}

async function attempt(client: PoolClient, mailId: string, carrier: Carrier | null): Promise<Error | null> {
  const { rows } = await client.query<Row>(
    `SELECT m.id, m.to_address, m.subject, m.text_body, m.html_body, m.attachments, m.confidential, l.name AS lab_name
     FROM mail_messages m LEFT JOIN labs l ON l.id = m.lab_id WHERE m.id = $1 AND m.status <> 'sent' FOR UPDATE OF m`,
    [mailId],
  );
  const mail = rows[0];
  if (!mail) return null;
  if (!carrier) {
    await client.query("UPDATE mail_messages SET status = 'kept', provider = NULL, error = NULL WHERE id = $1", [
      mailId,
    ]);
    return null;
  }
  try {
    const reference = await carrier.send({
      id: mail.id,
      from: fromAddress(mail.lab_name),
      to: mail.to_address,
      subject: mail.subject,
      text: mail.text_body,
      html: mail.html_body,
      attachments: mail.attachments ?? [],
    });
    await client.query(
      `UPDATE mail_messages SET status = 'sent', provider = $2, provider_reference = $3, sent_at = now(), error = NULL,
         text_body = CASE WHEN confidential THEN $4 ELSE text_body END, html_body = CASE WHEN confidential THEN $4 ELSE html_body END
       WHERE id = $1`,
      [mailId, carrier.name, reference, WIPED],
    );
    return null;
  } catch (error) {
    if (!(error instanceof NotTaken)) throw error;
    await client.query("UPDATE mail_messages SET status = 'failed', provider = $2, error = $3 WHERE id = $1", [
      mailId,
      carrier.name,
      error.message.slice(0, 500),
    ]);
    return error.final ? null : error;
  }
}

/** The sender: the address of MAIL_FROM, in the lab's name when the letter is a lab's. */
function fromAddress(labName: string | null, mailFrom = process.env.MAIL_FROM || "casepan@localhost"): string {
  const [, ownName, address] = /^\s*(?:"?([^"<]*?)"?\s*<([^<>]+)>)\s*$/.exec(mailFrom) ?? [null, "", mailFrom.trim()];
  const name = (labName ?? ownName ?? "").replace(/["\\\r\n]/g, "").trim() || "Casepan";
  return `"${name}" <${address}>`;
}
