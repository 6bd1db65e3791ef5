import type { Context } from "@/lib/access/action";
import { writeLetter } from "@/lib/mail/templates/write-letter";
import { type SentToOneself, sendToOneself } from "@/lib/mail/texts/send-to-oneself";

/** Sends the acting person a test letter. Refuses `no_address`. */
export async function sendTestLetter(context: Context): Promise<SentToOneself> {
  const { actor, tx } = context;
  const letter = await writeLetter(tx, "test", {
    labId: actor.lab.id,
    to: actor.email ?? "",
    from: actor.lab.name,
    values: { lab: actor.lab.name, name: actor.name },
  });
  return sendToOneself(context, letter);
}
