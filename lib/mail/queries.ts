import { notFound } from "@/lib/access/errors";
import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { Attachment } from "./queue";

const PAGE_SIZE = 50;

export const MAIL_STATUSES = ["queued", "sent", "failed", "kept"] as const;
export type MailStatus = (typeof MAIL_STATUSES)[number];

export type MailRow = {
  id: string;
  to: string;
  subject: string;
  status: MailStatus;
  createdAt: Date;
  attachments: number;
};
export type MailFilters = { q: string; status: MailStatus | null; after: string | null; before: string | null };
export type MailPage = { rows: MailRow[]; hasMore: boolean; hasLess: boolean };

/** A page of the lab's letters, the newest first, at most 50. `after` and `before` are ids (UUID v7, so they run with time). */
export async function listLetters(tx: Transaction, { q, status, after, before }: MailFilters): Promise<MailPage> {
  const backwards = before !== null && after === null;
  const bound = after ? sql`AND id < ${after}::uuid` : before ? sql`AND id > ${before}::uuid` : emptySql;
  const like = `%${q.replace(/[\\%_]/g, "\\$&")}%`;
  const found = await tx.rows<MailRow>(sql`
    SELECT id, to_address AS "to", subject, status, created_at AS "createdAt", coalesce(jsonb_array_length(attachments), 0) AS attachments
    FROM mail_messages
    WHERE lab_id = app_lab_id() ${status ? sql`AND status = ${status}` : emptySql}
      ${q ? sql`AND (to_address ILIKE ${like}::text OR subject ILIKE ${like}::text)` : emptySql} ${bound}
    ORDER BY ${backwards ? sql`id` : sql`id DESC`} LIMIT ${PAGE_SIZE + 1}`);
  const more = found.length > PAGE_SIZE;
  const rows = found.slice(0, PAGE_SIZE);
  if (backwards) return { rows: rows.reverse(), hasMore: true, hasLess: more };
  return { rows, hasMore: more, hasLess: after !== null };
}

/** A letter to be read. `html` and `text` are null while a confidential one waits to be sent, or could not be. */
export type MailDetail = Omit<MailRow, "attachments"> & {
  html: string | null;
  text: string | null;
  attachments: { position: number; name: string; mediaType: string; bytes: number }[];
  provider: string | null;
  reference: string | null;
  error: string | null;
  sentAt: Date | null;
};

/** One letter of the lab. Refuses 404 when there is none. */
export async function readLetter(tx: Transaction, id: string): Promise<MailDetail> {
  const letter = await tx.row<MailDetail>(sql`
    SELECT id, to_address AS "to", subject, status, created_at AS "createdAt", sent_at AS "sentAt", provider, provider_reference AS reference, error,
      CASE WHEN NOT confidential OR status IN ('kept', 'sent') THEN html_body END AS html,
      CASE WHEN NOT confidential OR status IN ('kept', 'sent') THEN text_body END AS text,
      coalesce((SELECT jsonb_agg(jsonb_build_object('position', n - 1, 'name', a ->> 'name', 'mediaType', a ->> 'mediaType',
        'bytes', length(a ->> 'base64') * 3 / 4) ORDER BY n) FROM jsonb_array_elements(attachments) WITH ORDINALITY x(a, n)), '[]') AS attachments
    FROM mail_messages WHERE id = ${id}`);
  if (!letter) throw notFound("letter");
  return letter;
}

/** The attachment at a position (from 0) of a letter of the lab. Refuses 404 when there is none. */
export async function readAttachment(tx: Transaction, id: string, position: number): Promise<Attachment> {
  const row = await tx.row<{ attachment: Attachment | null }>(
    sql`SELECT attachments -> ${position}::int AS attachment FROM mail_messages WHERE id = ${id}`,
  );
  if (!row?.attachment) throw notFound("attachment");
  return row.attachment;
}
