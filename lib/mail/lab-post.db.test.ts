import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { PoolClient } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { z } from "zod";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { changeMailWay } from "@/lib/settings/mail/change-mail-way";
import { isPublicHost, publicAddress } from "@/lib/settings/mail/public-host";
import { mailWaySchema } from "@/lib/settings/mail/schema";
import { sendTestLetter } from "@/lib/settings/mail/send-test-letter";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { type Carrier, smtp } from "./carriers";
import { sendMail } from "./send";

const db = useDatabase();
const secret = process.env.NEXTAUTH_SECRET;
let owner: PoolClient;
let lab: BuiltLab;

/** Resend's POST /emails: keeps what came, with the key it came under. */
const taken: { key: string | undefined; from: string; reply_to?: string }[] = [];
const resend = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  taken.push({ key: request.headers.authorization, ...JSON.parse(Buffer.concat(chunks).toString()) });
  response.writeHead(200, { "content-type": "application/json" }).end('{"id":"taken"}');
});
const installation: Carrier = {
  name: "smtp",
  send: async ({ from }) => {
    taken.push({ key: "installation", from });
    return "taken";
  },
};

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  await new Promise<void>((done) => resend.listen(0, "127.0.0.1", done));
  process.env.RESEND_BASE_URL = `http://127.0.0.1:${(resend.address() as AddressInfo).port}`;
  process.env.MAIL_FROM = "Casepan <post@casepan.test>";
});
beforeEach(async () => {
  lab = await buildLab(owner);
  taken.length = 0;
});
afterEach(() => {
  process.env.NEXTAUTH_SECRET = secret;
});
afterAll(() => {
  resend.close();
  owner.release();
});

const as = <T>(work: Parameters<typeof asActor<T>>[1]) => asActor(lab.actors.admin, work);
const choose = (more: Partial<z.input<typeof mailWaySchema>> = {}) =>
  as((tx) =>
    changeMailWay(
      { actor: lab.actors.admin, tx },
      mailWaySchema.parse({
        way: "resend",
        name: "Bell Lab",
        address: "hello@bell.test",
        replyTo: "desk@bell.test",
        resendKey: "re_own_key_of_the_lab",
        smtpUrl: "",
        ...more,
      }),
    ),
  );
async function sendOne() {
  const { mailId } = await as((tx) => sendTestLetter({ actor: lab.actors.admin, tx }));
  await sendMail(owner, mailId, installation).catch(() => {});
  return (await owner.query("SELECT status, provider, error FROM mail_messages WHERE id = $1", [mailId])).rows[0];
}

test("a lab with an account of its own sends by it, from its own address; another lab by the installation's", async () => {
  expect(await sendOne()).toMatchObject({ status: "sent", provider: "smtp" });
  expect(taken[0]).toMatchObject({ key: "installation", from: expect.stringContaining("<post@casepan.test>") });
  await choose();
  expect(await sendOne()).toMatchObject({ status: "sent", provider: "resend" });
  expect(taken[1]).toMatchObject({
    key: "Bearer re_own_key_of_the_lab",
    from: '"Bell Lab" <hello@bell.test>',
    reply_to: "desk@bell.test",
  });
});

test("back at the installation's way a letter never claims the lab's own address, but keeps where answers go", async () => {
  await choose();
  await choose({ way: "installation", resendKey: "" });
  await sendOne();
  expect(taken[0]).toMatchObject({ key: "installation", from: '"Bell Lab" <post@casepan.test>' });
});

test("a secret that cannot be opened holds the letters with the reason, and lets none leave another way", async () => {
  await choose();
  process.env.NEXTAUTH_SECRET = "another-secret-than-it-was-kept-under";
  expect(await sendOne()).toMatchObject({ status: "failed", error: expect.stringContaining("enter it anew") });
  expect(taken).toEqual([]);
});

test("a lab's mail server is on the internet", async () => {
  expect(isPublicHost("mail.example.com")).toBe(true);
  for (const host of ["localhost", "10.0.0.1", "[::1]", "db", "mail.local", "x.internal", "169.254.169.254"])
    expect(isPublicHost(host), host).toBe(false);
  await expect(publicAddress("localhost")).rejects.toThrow("not known");
  const refusing = smtp("smtp://mail.example.com", () => Promise.reject(new Error("It is not on the internet.")));
  const letter = { id: "x", from: "a@b.test", to: "c@d.test", subject: "", text: "", html: "", attachments: [] };
  await expect(refusing.send(letter)).rejects.toThrow("not on the internet");
});
