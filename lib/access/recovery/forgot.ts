import type { z } from "zod";
import { asAuth } from "@/lib/db/as-actor";
import { enqueue } from "@/lib/outbox/outbox";
import { mayAskForLetter } from "../guesses";
import type { Origin } from "../sign-in";
import type { forgotSchema } from "./schema";

/**
 * Asks for a letter with a link to set a new password. Whether the account exists is found out by the job, so that answer and
 * time are the same for every address. More than a few an hour are silently left out.
 */
export async function forgotPassword({ email }: z.output<typeof forgotSchema>, { ip }: Origin): Promise<null> {
  if (await mayAskForLetter(email, ip)) await asAuth((tx) => enqueue(tx, "password_reset_letter", { email }));
  return null;
}
