import { z } from "zod";
import type { SecretSetting, Setting } from "../setting";
import { isPublicHost } from "./public-host";

export const MAIL_WAYS = ["installation", "resend", "smtp"] as const;
export type MailWay = (typeof MAIL_WAYS)[number];

const oneLine = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `At most ${most} characters.`)
    .regex(/^[^\p{Cc}]*$/u, "One line.");
const orNull = <Out>(schema: z.ZodType<Out, string>) =>
  z
    .union([z.null(), z.string()])
    .transform((text) => (text?.trim() ? text : null))
    .pipe(z.union([z.null(), schema]));

const senderName = oneLine(80).regex(/^[^"\\<>]*$/, "Without quotes, backslashes and angle brackets.");

/** An address of an SMTP server: `smtps://user:password@mail.example.com:465`. */
const smtpUrl = oneLine(300)
  .refine((text) => URL.canParse(text) && /^smtps?:$/.test(new URL(text).protocol), {
    error: "Like smtps://user:password@mail.example.com:465.",
    abort: true,
  })
  .refine((text) => isPublicHost(new URL(text).hostname), "A mail server on the internet, by its name.");

/** How the lab's letters leave: by the installation's own way, or by an account of the lab. */
export const MAIL_WAY: Setting<MailWay> & { reach: "plain" } = {
  key: "mail.way",
  schema: z.enum(MAIL_WAYS),
  fallback: "installation",
  says: "How the lab's letters leave: as the installation is set up, by the lab's Resend account, or by its SMTP server.",
  reach: "plain",
};
export const senderFields = {
  name: senderName,
  address: orNull(z.email("This is not an e-mail address.").max(200, "At most 200 characters.")),
  replyTo: orNull(z.email("This is not an e-mail address.").max(200, "At most 200 characters.")),
};
export const MAIL_SENDER: Setting<{ name: string; address: string | null; replyTo: string | null }> & {
  reach: "plain";
} = {
  key: "mail.sender",
  schema: z.strictObject(senderFields),
  fallback: { name: "", address: null, replyTo: null },
  says: "The name and address that letters come from (of the lab's own account), and where answers go.",
  reach: "plain",
};
export const RESEND_KEY: SecretSetting = {
  key: "mail.resend_key",
  schema: orNull(oneLine(200).regex(/^re_[\w-]{8,}$/, "A key of Resend begins with re_.")),
  fallback: null,
  says: "The key of the lab's Resend account.",
  reach: "secret",
};
export const SMTP_URL: SecretSetting = {
  key: "mail.smtp_url",
  schema: orNull(smtpUrl),
  fallback: null,
  says: "The address of the lab's SMTP server, with user and password.",
  reach: "secret",
};
