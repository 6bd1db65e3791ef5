import type { Context } from "@/lib/access/action";
import { conflict } from "@/lib/access/errors";
import { queueMail } from "../queue";
import type { WrittenLetter } from "../templates/write-letter";

/** Where a letter to oneself went: its id, where what became of it is read, and the address. */
export type SentToOneself = { mailId: string; to: string };

/** Sends the acting person a letter the way the lab's letters leave. Refuses `no_address`. */
export async function sendToOneself({ actor, tx }: Context, letter: WrittenLetter): Promise<SentToOneself> {
  if (!actor.email) throw conflict("no_address", "Your account has no e-mail address.");
  return { mailId: await queueMail(tx, { to: actor.email, ...letter }), to: actor.email };
}
