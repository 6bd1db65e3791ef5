import { randomUUID } from "node:crypto";
import { createServer as httpServer } from "node:http";
import { type AddressInfo, createServer as tcpServer } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asActor, asAuth } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { carrierOf } from "./carriers";
import { queueMail } from "./queue";
import { sendMail } from "./send";

const db = useDatabase();
let lab: BuiltLab;

/** A server with Resend's POST /emails: remembers keys, answers the first id again to a repeated one. */
const taken = new Map<string, { id: string; body: Record<string, unknown>; authorization: string | undefined }>();
let requests = 0;
let refuseWith = 0;
const resend = httpServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  requests++;
  const answer = (status: number, body: object) => {
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  };
  if (request.method !== "POST" || request.url !== "/emails") return answer(404, { name: "not_found", message: "?" });
  if (refuseWith)
    return answer(refuseWith, { statusCode: refuseWith, name: "validation_error", message: "No such domain" });
  const key = String(request.headers["idempotency-key"]);
  if (!taken.has(key))
    taken.set(key, {
      id: randomUUID(),
      body: JSON.parse(Buffer.concat(chunks).toString()),
      authorization: request.headers.authorization,
    });
  answer(200, { id: taken.get(key)?.id });
});

/** A server that speaks SMTP as far as one letter needs it (RFC 5321). */
const mails: { from: string; to: string; data: string }[] = [];
const smtp = tcpServer((socket) => {
  let mail = { from: "", to: "", data: "" };
  let inData = false;
  let waiting = "";
  socket.write("220 test ESMTP\r\n");
  socket.on("error", () => {});
  socket.on("data", (chunk) => {
    waiting += chunk.toString("latin1");
    for (let end = waiting.indexOf("\r\n"); end >= 0; end = waiting.indexOf("\r\n")) {
      const line = waiting.slice(0, end);
      waiting = waiting.slice(end + 2);
      if (inData && line === ".") {
        inData = false;
        mails.push(mail);
        mail = { from: "", to: "", data: "" };
        socket.write("250 2.0.0 queued\r\n");
      } else if (inData) mail.data += `${line}\n`;
      else if (/^EHLO/i.test(line)) socket.write("250-test\r\n250 8BITMIME\r\n");
      else if (/^MAIL FROM/i.test(line)) {
        mail.from = line;
        socket.write("250 ok\r\n");
      } else if (/^RCPT TO/i.test(line)) {
        mail.to = line;
        socket.write(line.includes("nobody@") ? "550 5.1.1 no such user\r\n" : "250 ok\r\n");
      } else if (/^DATA/i.test(line)) {
        inData = true;
        socket.write("354 go on\r\n");
      } else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
      else socket.write("250 ok\r\n");
    }
  });
});

const portOf = (server: typeof smtp | typeof resend) => (server.address() as AddressInfo).port;
const byResend = () => carrierOf({ RESEND_API_KEY: "re_test", RESEND_BASE_URL: `http://127.0.0.1:${portOf(resend)}` });
const bySmtp = () => carrierOf({ SMTP_URL: `smtp://127.0.0.1:${portOf(smtp)}` });

beforeAll(async () => {
  process.env.MAIL_FROM = "Casepan <post@casepan.test>";
  for (const server of [resend, smtp]) await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  owner.release();
});
afterAll(() => {
  resend.close();
  smtp.close();
});

const letter = { to: "ann@practice.test", subject: "Your invoice", text: "Dear Ann", html: "<p>Dear Ann</p>" };
const pdf = {
  name: "invoice.pdf",
  mediaType: "application/pdf",
  base64: Buffer.from("%PDF-1.7 test").toString("base64"),
};
const queued = (more: object = {}) => asActor(lab.actors.staff, (tx) => queueMail(tx, { ...letter, ...more }));
async function send(mailId: string, carrier: ReturnType<typeof carrierOf>) {
  const client = await db.ownerPool.connect();
  try {
    await sendMail(client, mailId, carrier);
  } finally {
    client.release();
  }
}
async function mail(id: string) {
  const { rows } = await db.ownerPool.query("SELECT * FROM mail_messages WHERE id = $1", [id]);
  return rows[0];
}

test("a letter and its job are written together, by the lab's people and by sign-in, or not at all", async () => {
  const id = await queued();
  const fromAuth = await asAuth((tx) => queueMail(tx, { ...letter, labId: lab.id }));
  await expect(
    asActor(lab.actors.staff, async (tx) => {
      await queueMail(tx, { ...letter, subject: "Never" });
      throw new Error("changed my mind");
    }),
  ).rejects.toThrow("changed my mind");
  const { rows } = await db.ownerPool.query(
    `SELECT m.id, m.lab_id, m.status FROM mail_messages m JOIN outbox o ON o.topic = 'send_mail' AND o.payload ->> 'mailId' = m.id::text ORDER BY m.id`,
  );
  expect(rows).toEqual([
    { id, lab_id: lab.id, status: "queued" },
    { id: fromAuth, lab_id: lab.id, status: "queued" },
  ]);
  expect((await db.ownerPool.query("SELECT FROM mail_messages WHERE subject = 'Never'")).rowCount).toBe(0);
});

test("a subject is one line, so that a name in it adds no header", async () => {
  const id = await queued({ subject: "Ann\r\nBcc: all@practice.test invites you" });
  expect((await mail(id)).subject).toBe("Ann Bcc: all@practice.test invites you");
});

test("without a carrier a letter is kept to be read", async () => {
  const id = await queued({ confidential: true });
  await send(id, carrierOf({}));
  expect(await mail(id)).toMatchObject({ status: "kept", text_body: "Dear Ann" });
});

test("Resend gets the whole letter in the lab's name, once however often the job runs", async () => {
  const id = await queued({ attachments: [pdf] });
  await Promise.all([send(id, byResend()), send(id, byResend())]);
  await send(id, byResend());
  expect(requests).toBe(1);
  const got = taken.get(id);
  expect(got?.authorization).toBe("Bearer re_test");
  expect(got?.body).toMatchObject({
    from: `"Lab ${lab.actors.staff.lab.slug}" <post@casepan.test>`,
    to: ["ann@practice.test"],
    subject: "Your invoice",
    text: "Dear Ann",
    html: "<p>Dear Ann</p>",
    attachments: [{ filename: "invoice.pdf", content: pdf.base64 }],
  });
  expect(await mail(id)).toMatchObject({ status: "sent", provider: "resend", provider_reference: got?.id });
});

test("a process that dies after Resend took the letter sends the same key again, so one letter goes out", async () => {
  const id = await queued();
  await byResend()?.send({ id, from: "a@b.test", ...letter, attachments: [] });
  await send(id, byResend());
  expect(await mail(id)).toMatchObject({ status: "sent", provider_reference: taken.get(id)?.id });
});

test("what may be taken later is tried again; what never will be stays failed with the reason", async () => {
  const id = await queued();
  refuseWith = 503;
  await expect(send(id, byResend())).rejects.toThrow("No such domain");
  expect(await mail(id)).toMatchObject({ status: "failed", error: "No such domain" });
  refuseWith = 422;
  await send(id, byResend());
  expect(await mail(id)).toMatchObject({ status: "failed", error: "No such domain" });
  refuseWith = 0;
  await send(id, byResend());
  expect(await mail(id)).toMatchObject({ status: "sent", error: null });
});

test("SMTP gets text, HTML and attachment; a confidential letter is wiped once sent", async () => {
  const id = await queued({ attachments: [pdf], confidential: true });
  await send(id, bySmtp());
  await send(id, bySmtp());
  expect(mails).toHaveLength(1);
  expect(mails[0]).toMatchObject({ from: "MAIL FROM:<post@casepan.test>", to: "RCPT TO:<ann@practice.test>" });
  expect(mails[0]?.data).toContain(`Message-ID: <${id}@casepan.test>`);
  expect(mails[0]?.data).toContain("Dear Ann");
  expect(mails[0]?.data).toContain("<p>Dear Ann</p>");
  expect(mails[0]?.data).toContain(pdf.base64);
  const kept = await mail(id);
  expect(kept).toMatchObject({ status: "sent", provider: "smtp" });
  expect(kept.text_body + kept.html_body).not.toContain("Ann");
});

test("an address that the SMTP server does not know is not tried again; a server that is away is", async () => {
  const id = await queued({ to: "nobody@practice.test" });
  await send(id, bySmtp());
  expect(await mail(id)).toMatchObject({ status: "failed", provider: "smtp" });
  const later = await queued();
  await expect(send(later, carrierOf({ SMTP_URL: "smtp://127.0.0.1:1" }))).rejects.toThrow();
  expect((await mail(later)).status).toBe("failed");
});
