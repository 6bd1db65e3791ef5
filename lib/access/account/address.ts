import type { z } from "zod";
import { asAuth } from "@/lib/db/as-actor";
import type { Acting } from "../action";
import type { Actor } from "../actor";
import { invalid, Refusal } from "../errors";
import { mayAskForLetter } from "../guesses";
import { sendVerification } from "../recovery/verify";
import { provePassword } from "./proof";
import { accountOf } from "./queries";
import type { changeAddressSchema } from "./schema";

/**
 * Asks for another e-mail address; it becomes the account's once the link sent there is used. Whether the address is another
 * account's already is not told here.
 */
export async function changeAddress(
  { actor }: Acting,
  { email, currentPassword }: z.output<typeof changeAddressSchema>,
): Promise<{ sentTo: string }> {
  if (email === actor.email) throw invalid("email", "This is your address already.");
  await provePassword(actor, currentPassword);
  return sendLink(actor, email);
}

/** Sends the link again to the address that waits to be confirmed. Answers that address. */
export async function resendVerification({ actor }: Acting): Promise<{ sentTo: string }> {
  const { emailVerified, pendingEmail } = await accountOf(actor);
  const waiting = pendingEmail ?? (emailVerified ? null : actor.email);
  if (!waiting) throw new Refusal("conflict", "Your address is confirmed already.", "already_verified");
  return sendLink(actor, waiting);
}

async function sendLink(actor: Actor, email: string): Promise<{ sentTo: string }> {
  if (!(await mayAskForLetter(email, actor.ip)))
    throw new Refusal("too_many", "Several letters went to this address already. Look there, or try again in an hour.");
  const { userId, name } = actor;
  if (!userId) throw new Refusal("not_signed_in", "You are signed out.");
  await asAuth((tx) => sendVerification(tx, { id: userId, name }, email, actor.lab.id), actor);
  return { sentTo: email };
}
