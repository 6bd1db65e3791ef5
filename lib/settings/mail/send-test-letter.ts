import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { queueMail } from "@/lib/mail/queue";
import { writeLetter } from "@/lib/mail/templates/write-letter";

/** Sends the acting person a letter the way the lab's letters leave. Answers its id, where what became of it is read. Refuses `no_address`. */
export async function sendTestLetter({ actor, tx }: Context): Promise<{ mailId: string; to: string }> {
  if (!actor.email) throw conflict("no_address", "Your account has no e-mail address.");
  const letter = await writeLetter(tx, "test", {
    labId: actor.lab.id,
    to: actor.email,
    from: actor.lab.name,
    values: { lab: actor.lab.name, name: actor.name },
  });
  return { mailId: await queueMail(tx, { to: actor.email, ...letter }), to: actor.email };
}
