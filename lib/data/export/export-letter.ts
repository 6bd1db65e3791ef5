import { addressOf } from "@/lib/access/tokens";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { queueMail } from "@/lib/mail/queue";
import { writeLetter } from "@/lib/mail/templates/write-letter";

/** Writes to whoever asked that the export is ready, with the way to it; the archive itself never goes by mail. */
export async function writeExportLetter(
  tx: Transaction,
  { lab, userId, daysKept }: { lab: { id: string; name: string }; userId: string; daysKept: number },
): Promise<void> {
  const person = await tx.row<{ email: string; name: string }>(sql`SELECT email, name FROM users WHERE id = ${userId}`);
  if (!person) return;
  const letter = await writeLetter(tx, "export_ready", {
    labId: lab.id,
    to: person.email,
    from: lab.name,
    href: addressOf("/data/export"),
    values: { name: person.name, lab: lab.name, days: String(daysKept) },
  });
  await queueMail(tx, { to: person.email, ...letter });
}
