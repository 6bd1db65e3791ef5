import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { enqueue } from "@/lib/outbox/outbox";

export type Attachment = { name: string; mediaType: string; base64: string };

export type Letter = {
  /** One address. */
  to: string;
  /** Kept as one line, whatever names stand in it. */
  subject: string;
  text: string;
  html: string;
  attachments?: Attachment[];
  /** Holds a personal link: what it says is wiped once it has been sent. */
  confidential?: boolean;
  /** The lab in whose name it goes and whose admins may read it; null for none, and if not said the one the transaction acts for. */
  labId?: string | null;
};

const oneLine = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, " ").trim();

/**
 * Writes a letter in the caller's transaction and the job that sends it after commit. Answers the letter's id. Works for the
 * lab's own people (casepan_lab, or inside `tx.withLabRights`) and for sign-in (casepan_auth).
 */
export async function queueMail(tx: Transaction, letter: Letter): Promise<string> {
  const { to, subject, text, html, attachments = [], confidential = false, labId } = letter;
  // The id is made before the insert: sign-in may write letters but not read them back.
  const id = (await tx.row<{ id: string }>(sql`SELECT uuid_v7() AS id`))?.id as string;
  await tx.execute(sql`
    INSERT INTO mail_messages (id, lab_id, to_address, subject, text_body, html_body, attachments, confidential)
    VALUES (${id}, ${labId === undefined ? sql`app_lab_id()` : labId}, ${to}, ${oneLine(subject)}, ${text}, ${html},
      ${attachments.length ? JSON.stringify(attachments) : null}::jsonb, ${confidential})`);
  await enqueue(tx, "send_mail", { mailId: id });
  return id;
}
