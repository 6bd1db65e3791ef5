import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { conflict, invalid } from "@/lib/access/errors";
import type { Transaction } from "@/lib/db/transaction";
import { keepSecret, keepSetting, readSetting, type SecretShown, showSecret } from "../store";
import { MAIL_SENDER, MAIL_WAY, type MailWay, RESEND_KEY, SMTP_URL } from "./mail-settings";
import type { forgetSecretSchema, mailWaySchema } from "./schema";

export type MailSettings = {
  way: MailWay;
  sender: { name: string; address: string | null; replyTo: string | null };
  resendKey: SecretShown;
  smtpUrl: SecretShown;
};

/** How the acting lab's letters leave, with no secret in it. */
export async function mailSettings(tx: Transaction, labId: string): Promise<MailSettings> {
  return {
    way: await readSetting(tx, MAIL_WAY),
    sender: await readSetting(tx, MAIL_SENDER),
    resendKey: await showSecret(tx, RESEND_KEY, labId),
    smtpUrl: await showSecret(tx, SMTP_URL, labId),
  };
}

/**
 * Changes how the lab's letters leave, for those that wait too. Refuses at `resendKey` or `smtpUrl` a way that has no account yet, and
 * at `address` an account without an address to send from.
 */
export async function changeMailWay(
  { actor, tx }: Context,
  input: z.output<typeof mailWaySchema>,
): Promise<{ way: MailWay }> {
  const { way, name, address, replyTo, resendKey, smtpUrl } = input;
  const now = await mailSettings(tx, actor.lab.id);
  if (way === "resend" && !resendKey && !(now.resendKey.isSet && now.resendKey.canBeRead))
    throw invalid("resendKey", "Enter the key of the Resend account.");
  if (way === "smtp" && !smtpUrl && !(now.smtpUrl.isSet && now.smtpUrl.canBeRead))
    throw invalid("smtpUrl", "Enter the address of the mail server.");
  if (way !== "installation" && !address) throw invalid("address", "Your own account sends from an address of yours.");
  await keepSetting(tx, MAIL_WAY, way);
  await keepSetting(tx, MAIL_SENDER, { name, address, replyTo });
  if (resendKey) await keepSecret(tx, RESEND_KEY, actor.lab.id, resendKey);
  if (smtpUrl) await keepSecret(tx, SMTP_URL, actor.lab.id, smtpUrl);
  return { way };
}

/** Takes a secret away. Refuses `in_use` while letters leave by it. */
export async function forgetSecret(
  { actor, tx }: Context,
  { secret }: z.output<typeof forgetSecretSchema>,
): Promise<null> {
  if ((await readSetting(tx, MAIL_WAY)) === secret)
    throw conflict("in_use", "Letters leave by this account: choose another way first.");
  await keepSecret(tx, secret === "resend" ? RESEND_KEY : SMTP_URL, actor.lab.id, null);
  return null;
}
