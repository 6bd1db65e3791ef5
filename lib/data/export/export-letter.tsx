import { addressOf } from "@/lib/access/tokens";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { letterBody } from "@/lib/mail/letter";
import { Letter, Line } from "@/lib/mail/letters/letter";
import { queueMail } from "@/lib/mail/queue";

/** Writes to whoever asked that the export is ready, with the way to it; the archive itself never goes by mail. */
export async function writeExportLetter(
  tx: Transaction,
  { lab, userId, daysKept }: { lab: string; userId: string; daysKept: number },
): Promise<void> {
  const person = await tx.row<{ email: string; name: string }>(sql`SELECT email, name FROM users WHERE id = ${userId}`);
  if (!person) return;
  const letter = (
    <Letter
      preview="The export you asked for is ready"
      heading="Your export is ready"
      from={lab}
      link={{ href: addressOf("/data/export"), label: "Open the exports" }}
      footnote="It holds personal data: keep it as you keep the lab's own."
    >
      <Line>Hello {person.name},</Line>
      <Line>
        the export of everything {lab} keeps in Casepan is ready. It can be fetched for {daysKept} days by whoever may
        export the lab's data, and is removed then.
      </Line>
    </Letter>
  );
  await queueMail(tx, { to: person.email, subject: `Export of ${lab} is ready`, ...(await letterBody(letter)) });
}
