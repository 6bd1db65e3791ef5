import type { Transaction } from "@/lib/db/transaction";
import { NotOpened } from "@/lib/settings/cipher";
import { MAIL_SENDER, MAIL_WAY, RESEND_KEY, SMTP_URL } from "@/lib/settings/mail/mail-settings";
import { publicAddress } from "@/lib/settings/mail/public-host";
import { readSecret, readSetting } from "@/lib/settings/store";
import { type Carrier, NotTaken, resend, smtp } from "./carriers";

/** How one lab's letters leave: its own carrier, or null for the installation's, and who they are from. */
export type LabPost = { carrier: Carrier | null; name: string; address: string | null; replyTo: string | null };

/**
 * Reads a lab's way of sending, by the owner's connection. A secret that cannot be opened makes a carrier that takes nothing, so that
 * letters wait with the reason and do not leave by another way than the lab chose.
 */
export async function labPost(tx: Transaction, labId: string): Promise<LabPost> {
  const way = await readSetting(tx, MAIL_WAY, labId);
  const sender = await readSetting(tx, MAIL_SENDER, labId);
  if (way === "installation") return { carrier: null, ...sender };
  try {
    const secret = await readSecret(tx, way === "resend" ? RESEND_KEY : SMTP_URL, labId);
    if (!secret) return { carrier: null, ...sender };
    const carrier = way === "resend" ? resend(secret, process.env.RESEND_BASE_URL) : smtp(secret, publicAddress);
    return { carrier, ...sender };
  } catch (error) {
    if (!(error instanceof NotOpened)) throw error;
    const refuse = () => Promise.reject(new NotTaken(error.message, false));
    return { carrier: { name: way, send: refuse }, ...sender };
  }
}
