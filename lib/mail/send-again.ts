import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { enqueue } from "@/lib/outbox/outbox";
import type { sendAgainSchema } from "./schema";

/** Hands a letter that failed or was kept to the sender once more. Refuses one that has been sent. */
export async function sendAgain({ tx }: Context, { mailId }: z.output<typeof sendAgainSchema>): Promise<null> {
  const mail = await tx.row<{ status: string }>(sql`SELECT status FROM mail_messages WHERE id = ${mailId}`);
  if (!mail) throw notFound("letter");
  if (mail.status === "sent") throw conflict("already_sent", "This letter has been sent already.");
  await enqueue(tx, "send_mail", { mailId });
  return null;
}
