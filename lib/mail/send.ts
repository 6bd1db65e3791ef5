import type { PoolClient } from "@/lib/db/owner";
import { Transaction } from "@/lib/db/transaction";
import { type Carrier, NotTaken } from "./carriers";
import { type LabPost, labPost } from "./lab-post";
import type { Attachment } from "./queue";

type Row = {
  id: string;
  to_address: string;
  subject: string;
  text_body: string;
  html_body: string;
  attachments: Attachment[] | null;
  confidential: boolean;
  lab_id: string | null;
  lab_name: string | null;
};

const WIPED = "This letter held a personal link. What it said is not kept once it has been sent.";

/**
 * Sends a queued letter once, by the lab's own account where it has one, else by `carrier`, or marks it `kept` when there is neither. A letter that was sent is left alone. Throws when the
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
    `SELECT m.id, m.to_address, m.subject, m.text_body, m.html_body, m.attachments, m.confidential, m.lab_id, l.name AS lab_name
     FROM mail_messages m LEFT JOIN labs l ON l.id = m.lab_id WHERE m.id = $1 AND m.status <> 'sent' FOR UPDATE OF m`,
    [mailId],
  );
  const mail = rows[0];
  if (!mail) return null;
  const post = mail.lab_id ? await labPost(new Transaction(client), mail.lab_id) : null;
  const by = post?.carrier ?? carrier;
  if (!by) {
    await client.query("UPDATE mail_messages SET status = 'kept', provider = NULL, error = NULL WHERE id = $1", [
      mailId,
    ]);
    return null;
  }
  try {
    const reference = await by.send({
      id: mail.id,
      ...sender(mail.lab_name, post),
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
      [mailId, by.name, reference, WIPED],
    );
    return null;
  } catch (error) {
    if (!(error instanceof NotTaken)) throw error;
    await client.query("UPDATE mail_messages SET status = 'failed', provider = $2, error = $3 WHERE id = $1", [
      mailId,
      by.name,
      error.message.slice(0, 500),
    ]);
    return error.final ? null : error;
  }
}

/** The sender: the address of MAIL_FROM in the lab's name when the letter is a lab's; of a lab's own account, the lab's address. */
function sender(
  labName: string | null,
  post: LabPost | null,
  mailFrom = process.env.MAIL_FROM || "casepan@localhost",
): { from: string; replyTo?: string } {
  const [, ownName, ownAddress] = /^\s*(?:"?([^"<]*?)"?\s*<([^<>]+)>)\s*$/.exec(mailFrom) ?? [
    null,
    "",
    mailFrom.trim(),
  ];
  const named = post?.name || labName || ownName || "";
  const name = named.replace(/["\\\r\n]/g, "").trim() || "Casepan";
  const address = (post?.carrier && post.address) || ownAddress;
  return { from: `"${name}" <${address}>`, ...(post?.replyTo ? { replyTo: post.replyTo } : {}) };
}
