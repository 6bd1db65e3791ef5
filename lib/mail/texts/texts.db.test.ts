import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "@/lib/access/action";
import { asActor, asAuth } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { letterKind } from "../templates/catalogue";
import { writeLetter } from "../templates/write-letter";
import { previewText } from "./preview-text";
import { changedLetters, textRevisions } from "./queries";
import { mailTextSchema, trialSchema } from "./schema";
import { sendTrial } from "./send-trial";
import { resetText, writeText } from "./write-text";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let other: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
beforeEach(async () => {
  lab = await buildLab(owner);
  other = await buildLab(owner);
});
afterAll(() => owner.release());

const as = <T>(work: (context: Context) => Promise<T>, of = lab) =>
  asActor(of.actors.admin, (tx) => work({ actor: of.actors.admin, tx }));
const own = letterKind("invitation").words;
const write = (subject: string, more: { language?: string; seen?: number } = {}) =>
  as((c) =>
    writeText(
      c,
      mailTextSchema.parse({ kind: "invitation", language: "en", seen: 0, words: { ...own, subject }, ...more }),
    ),
  );
const letter = (to: string, of = lab) =>
  as(
    (c) =>
      writeLetter(c.tx, "invitation", {
        labId: of.id,
        to,
        from: "Lab",
        href: "http://casepan.test/x",
        values: { name: "<b>Ann</b> {role}", lab: "Lab", role: "Driver", inviter: "Bea" },
      }),
    of,
  );

test("a letter speaks in the lab's words once it has some, and in no other lab's", async () => {
  expect((await letter("a@b.test")).subject).toBe("Bea invites you to Lab");
  await write("{inviter} asks you in");
  const written = await letter("a@b.test");
  expect(written.subject).toBe("Bea asks you in");
  expect(written.html).not.toContain("<b>Ann");
  expect(written.text).toContain("{role}");
  expect((await letter("a@b.test", other)).subject).toBe("Bea invites you to Lab");
});

test("the reader's language comes first, then the lab's", async () => {
  await write("English");
  await write("Deutsch", { language: "de" });
  const { technician } = lab.actors;
  await owner.query("UPDATE users SET locale = 'de-AT' WHERE id = $1", [technician.userId]);
  const german = await letter(technician.email ?? "");
  expect(german.subject).toBe("Deutsch");
  expect(german.html).toContain('lang="de"');
  expect((await letter("stranger@b.test")).subject).toBe("English");
});

test("sign-in, which acts for no lab, writes in the words of the lab it names", async () => {
  await write("From sign-in");
  const written = await asAuth((tx) =>
    writeLetter(tx, "invitation", { labId: lab.id, to: "a@b.test", from: "Lab", values: {} }),
  );
  expect(written.subject).toBe("From sign-in");
});

test("every version stays, going back is one, and two who write at once do not overwrite each other", async () => {
  await write("One");
  await expect(write("Two")).rejects.toMatchObject({ reason: "stale" });
  const both = await Promise.allSettled([write("Two", { seen: 1 }), write("Three", { seen: 1 })]);
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await as((c) => resetText(c, { kind: "invitation", language: "en", seen: 2 }));
  expect((await letter("a@b.test")).subject).toBe("Bea invites you to Lab");
  expect(await as((c) => changedLetters(c.tx))).toEqual([]);
  const revisions = await as((c) => textRevisions(c.tx, "invitation", "en"));
  expect(revisions.map(({ revision, words }) => [revision, words === null])).toEqual([
    [3, true],
    [2, false],
    [1, false],
  ]);
  expect(revisions[2]?.writtenBy).toBe("Test admin");
});

test("words with an unknown place are refused at their part", () => {
  const parsed = mailTextSchema.safeParse({
    kind: "invoice",
    language: "en",
    seen: 0,
    words: { ...letterKind("invoice").words, footnote: "{password}" },
  });
  expect(parsed.error?.issues[0]).toMatchObject({ path: ["words", "footnote"] });
});

test("a preview shows every place filled", async () => {
  const { subject, html, text } = await as((c) =>
    previewText(c, { kind: "invoice", language: "en", words: letterKind("invoice").words }),
  );
  expect(subject).toContain("INV-2026-000123");
  expect(text).toContain("It is due on 20 December 2026.");
  expect(subject + html.replace(/<style>.*?<\/style>/gs, "") + text).not.toMatch(/\{\w+\}/);
});

test("a trial goes to whoever asks for it, in words that are not kept yet, and says that it is one", async () => {
  const words = { ...letterKind("invoice").words, heading: "Tried out {number}" };
  const trial = trialSchema.parse({ kind: "invoice", language: "en", words, idempotencyKey: crypto.randomUUID() });
  const { mailId, to } = await as((c) => sendTrial(c, trial));
  expect(to).toBe(lab.actors.admin.email);
  const { rows } = await owner.query("SELECT lab_id, to_address, subject, text_body FROM mail_messages WHERE id = $1", [
    mailId,
  ]);
  expect(rows[0]).toMatchObject({
    lab_id: lab.id,
    to_address: to,
    subject: expect.stringMatching(/^Trial: .*INV-2026/),
  });
  expect(rows[0].text_body.toLowerCase()).toContain("tried out inv-2026-000123");
  expect(await as((c) => changedLetters(c.tx))).toEqual([]);
});
