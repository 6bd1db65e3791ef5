import { createTransport } from "nodemailer";
import { Resend } from "resend";
import type { Attachment } from "./queue";

export type Outgoing = {
  /** The mail's id: what makes a repetition recognisable. */
  id: string;
  from: string;
  replyTo?: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  attachments: Attachment[];
};

/** Sends one letter and answers the reference under which the carrier took it. */
export type Carrier = { name: "resend" | "smtp"; send: (letter: Outgoing) => Promise<string> };

/** The carrier did not take a letter. `final`: it never will, so trying again is no use. */
export class NotTaken extends Error {
  constructor(
    message: string,
    readonly final: boolean,
  ) {
    super(message);
    this.name = "NotTaken";
  }
}

type Settings = Partial<Record<"RESEND_API_KEY" | "RESEND_BASE_URL" | "SMTP_URL", string>>;

/** Resend when RESEND_API_KEY is set, else the server of SMTP_URL, else null: letters are then kept to be read in Casepan. */
export function carrierOf(settings: Settings = process.env as Settings): Carrier | null {
  if (settings.RESEND_API_KEY) return resend(settings.RESEND_API_KEY, settings.RESEND_BASE_URL);
  return settings.SMTP_URL ? smtp(settings.SMTP_URL) : null;
}

/** How Resend answers when the letter itself is wrong: https://resend.com/docs/api-reference/errors */
const WRONG_LETTER = [400, 422];

/** Resend with an account's key; `baseUrl` names another server than Resend's. */
export function resend(key: string, baseUrl?: string): Carrier {
  const client = new Resend(key, baseUrl ? { baseUrl } : undefined);
  return {
    name: "resend",
    async send({ id, from, replyTo, to, subject, text, html, attachments }) {
      const files = attachments.map(({ name, mediaType, base64 }) => ({
        filename: name,
        content: base64,
        contentType: mediaType,
      }));
      const { data, error } = await client.emails.send(
        {
          from,
          ...(replyTo ? { replyTo } : {}),
          to: [to],
          subject,
          text,
          html,
          ...(files.length ? { attachments: files } : {}),
        },
        { idempotencyKey: id },
      );
      if (!data) throw new NotTaken(error.message, WRONG_LETTER.includes(error.statusCode ?? 0));
      return data.id;
    },
  };
}

/**
 * An SMTP server by its address (`smtps://user:password@host:port`). `reach` answers the network address to connect to, and may refuse;
 * without it the name is looked up by the connection itself.
 */
export function smtp(url: string, reach?: (host: string) => Promise<string>): Carrier {
  return {
    name: "smtp",
    async send({ id, from, replyTo, to, subject, text, html, attachments }) {
      const domain = /@([^>\s]+)>?\s*$/.exec(from)?.[1] ?? "casepan.invalid";
      const files = attachments.map(({ name, mediaType, base64 }) => ({
        filename: name,
        contentType: mediaType,
        content: Buffer.from(base64, "base64"),
      }));
      const transport = await transportTo(url, reach);
      try {
        const sent = await transport.sendMail({
          messageId: `<${id}@${domain}>`,
          from,
          replyTo,
          to,
          subject,
          text,
          html,
          attachments: files,
        });
        return sent.messageId;
      } catch (error) {
        const { message, responseCode = 0 } = error as Error & { responseCode?: number };
        throw new NotTaken(message, responseCode >= 550 && responseCode <= 554);
      } finally {
        transport.close();
      }
    },
  };
}

const PATIENCE = { connectionTimeout: 15_000, greetingTimeout: 15_000, socketTimeout: 30_000 };

/** The certificate is asked of the name, whatever address the name was found at. */
async function transportTo(url: string, reach?: (host: string) => Promise<string>) {
  if (!reach) return createTransport({ url, ...PATIENCE });
  const { hostname, port, protocol, username, password } = new URL(url);
  const host = await reach(hostname).catch((error: Error) => {
    throw new NotTaken(error.message, false);
  });
  const secure = protocol === "smtps:";
  return createTransport({
    host,
    port: Number(port) || (secure ? 465 : 587),
    secure,
    tls: { servername: hostname },
    ...(username ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    ...PATIENCE,
  });
}
