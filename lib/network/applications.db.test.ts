import { beforeAll, describe, expect, it } from "vitest";
import type { Context } from "@/lib/access/action";
import { publicLab, strangerAt } from "@/lib/access/public-lab";
import { asActor } from "@/lib/db/as-actor";
import { asRefusal } from "@/lib/db/refusals";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { apply } from "./apply";
import { answerQuestion, confirmApplication, withdrawApplication } from "./by-link";
import { addDocument, keptDocument } from "./documents";
import { duplicatesOf } from "./duplicates";
import { purgeApplications } from "./purge-applications";
import { applicationByLink, findApplication, listApplications } from "./queries";
import { askApplicant, checkLicence, rejectApplication } from "./review";
import { applied, filled, nowhere, PDF, streamOf, tokenFor } from "./testing";

const db = useDatabase();
let lab: BuiltLab;
let other: BuiltLab;
let slug: string;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  [lab, other] = [await buildLab(owner), await buildLab(owner)];
  slug = lab.actors.admin.lab.slug;
  owner.release();
});

const reasonOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (thrown: unknown) => asRefusal(thrown)?.reason ?? thrown,
  );
const asManager = <T>(work: (context: Context) => Promise<T>, of = lab) =>
  asActor(of.actors.manager, (tx) => work({ actor: of.actors.manager, tx }));
const stranger = async () => strangerAt((await publicLab(slug))?.lab ?? lab.actors.admin.lab, nowhere);
const stateOf = async (id: string) =>
  (await db.ownerPool.query("SELECT status FROM dentist_applications WHERE id = $1", [id])).rows[0]?.status;
const forget = () => db.ownerPool.query("DELETE FROM rate_limits");

describe("an application", () => {
  it("reaches the lab when its address is proven and a document is there, and not before", async () => {
    const input = filled(slug);
    const { documentsToken } = await apply(input, nowhere);
    const token = await tokenFor(db.ownerPool, input.email);
    expect(await reasonOf(confirmApplication({ lab: slug, token }, nowhere))).toBe("document_missing");
    await addDocument(await stranger(), documentsToken, { name: "licence.pdf", declared: null, body: streamOf(PDF) });
    expect((await asManager(({ tx }) => listApplications(tx, "waiting", null))).rows).toEqual([]);
    expect(await reasonOf(confirmApplication({ lab: slug, token: documentsToken }, nowhere))).toBe("link_spent");
    expect(await confirmApplication({ lab: slug, token }, nowhere)).toEqual({ status: "submitted" });
    expect(await confirmApplication({ lab: slug, token }, nowhere)).toEqual({ status: "submitted" });
    const page = await asManager(({ tx }) => listApplications(tx, "waiting", null));
    expect(page.rows).toMatchObject([{ licenceNumber: input.licenceNumber, documents: 1, status: "submitted" }]);
    expect(page.counts.waiting).toBe(1);
    const told = await db.ownerPool.query("SELECT payload FROM outbox WHERE topic = 'notify' AND lab_id = $1", [
      lab.id,
    ]);
    expect(told.rows.map(({ payload }) => payload.to)).toEqual([{ permission: "applications.review" }]);
    const [letter] = (
      await db.ownerPool.query("SELECT confidential FROM mail_messages WHERE to_address = $1", [input.email])
    ).rows;
    expect(letter).toEqual({ confidential: true });
  });

  it("keeps of a link nothing but its hash, and opens no longer than it holds", async () => {
    const { id, token } = await applied(db.ownerPool, slug);
    const { rows } = await db.ownerPool.query(
      "SELECT token_hash FROM dentist_application_links WHERE application_id = $1",
      [id],
    );
    expect(rows.every(({ token_hash }) => /^[0-9a-f]{64}$/.test(token_hash))).toBe(true);
    const opened = await asActor(await stranger(), (tx) => applicationByLink(tx, token));
    expect(opened?.id).toBe(id);
    await db.ownerPool.query(
      "UPDATE dentist_application_links SET expires_at = now() - interval '1 second' WHERE application_id = $1",
      [id],
    );
    expect(await asActor(await stranger(), (tx) => applicationByLink(tx, token))).toBeNull();
    expect(await reasonOf(confirmApplication({ lab: slug, token }, nowhere))).toBe("link_spent");
    const elsewhere = { lab: other.actors.admin.lab.slug, token };
    expect(await reasonOf(confirmApplication(elsewhere, nowhere))).toBe("link_spent");
  });

  it("answers robots as it answers people, and writes nothing of theirs", async () => {
    const input = filled(slug, { website: "http://buy.test" });
    const { documentsToken } = await apply(input, nowhere);
    expect(documentsToken).toMatch(/^[\w-]{43}$/);
    const { rows } = await db.ownerPool.query("SELECT 1 FROM dentist_applications WHERE email = $1", [input.email]);
    expect(rows).toEqual([]);
    expect(await reasonOf(apply({ ...input, website: "", ticket: `${Date.now()}.x` }, nowhere))).toBe("form_expired");
  });

  it("is limited per address of the network and per address of the letter, and to labs that take any", async () => {
    await forget();
    const from = (ip: string, email?: string) =>
      reasonOf(apply(filled(slug, email ? { email } : {}), { ...nowhere, ip }));
    for (let n = 0; n < 10; n++) expect(await from("192.0.2.7")).toBe("done");
    expect(await from("192.0.2.7")).toBe("too_many");
    for (let n = 0; n < 5; n++) expect(await from(`192.0.2.${100 + n}`, "one@practice.casepan.test")).toBe("done");
    expect(await from("192.0.2.200", "one@practice.casepan.test")).toBe("too_many");
    await forget();
    await db.ownerPool.query("UPDATE labs SET accepts_applications = false WHERE id = $1", [other.id]);
    expect(await reasonOf(apply(filled(other.actors.admin.lab.slug), nowhere))).toBe("not_accepting");
    expect(await reasonOf(apply(filled("no-such-lab"), nowhere))).toBe("not_accepting");
  });

  it("of someone who waits already, or is a partner, says so to the owner of the address alone", async () => {
    await forget();
    const first = await applied(db.ownerPool, slug);
    await confirmApplication({ lab: slug, token: first.token }, nowhere);
    const second = await applied(db.ownerPool, slug, { email: first.input.email });
    expect(await reasonOf(confirmApplication({ lab: slug, token: second.token }, nowhere))).toBe("already_waiting");
    const partner = await applied(db.ownerPool, slug, { email: lab.actors.dentist.email });
    expect(await reasonOf(confirmApplication({ lab: slug, token: partner.token }, nowhere))).toBe("already_partner");
    expect(await stateOf(partner.id)).toBe("unconfirmed");
  });

  it("is asked about, answered, withdrawn, and never both decided and withdrawn", async () => {
    await forget();
    const { id, token, input } = await applied(db.ownerPool, slug);
    await confirmApplication({ lab: slug, token }, nowhere);
    expect(await reasonOf(answerQuestion({ lab: slug, token, body: "Hello?" }, nowhere))).toBe("no_question");
    await asManager((context) => checkLicence(context, { id, register: "GDC online register", note: null }));
    await asManager((context) => askApplicant(context, { id, body: "Which scanner do you use?" }));
    const newer = await tokenFor(db.ownerPool, input.email);
    expect(newer).not.toBe(token);
    expect(await answerQuestion({ lab: slug, token: newer, body: "An iTero." }, nowhere)).toEqual({
      status: "in_review",
    });
    const found = await asManager(({ tx }) => findApplication(tx, id));
    expect(found.messages.map(({ body, author }) => [body, author])).toEqual([
      ["Which scanner do you use?", lab.actors.manager.name],
      ["An iTero.", null],
    ]);
    expect(found).toMatchObject({ licenceRegister: "GDC online register", licenceCheckedBy: lab.actors.manager.name });
    const answers = await Promise.all([
      reasonOf(withdrawApplication({ lab: slug, token }, nowhere)),
      reasonOf(asManager((context) => rejectApplication(context, { id, reason: "No capacity." }))),
    ]);
    expect(answers.sort()).toEqual(["already_decided", "done"]);
  });

  it("that was rejected tells why, and may come again", async () => {
    await forget();
    const { id, token, input } = await applied(db.ownerPool, slug);
    await confirmApplication({ lab: slug, token }, nowhere);
    await asManager((context) => rejectApplication(context, { id, reason: "We could not find the licence." }));
    const { rows } = await db.ownerPool.query(
      "SELECT text_body FROM mail_messages WHERE to_address = $1 ORDER BY id DESC LIMIT 1",
      [input.email],
    );
    expect(rows[0].text_body).toContain("We could not find the licence.");
    const again = await applied(db.ownerPool, slug, { email: input.email, licenceNumber: input.licenceNumber });
    expect(await confirmApplication({ lab: slug, token: again.token }, nowhere)).toEqual({ status: "submitted" });
    const found = await asManager(({ tx }) => findApplication(tx, again.id));
    const known = await asManager(({ tx }) => duplicatesOf(tx, found));
    expect(known.applications).toMatchObject([{ id, status: "rejected", same: "licence" }]);
  });
});

describe("documents", () => {
  it("are what their name says, of bounded size and number", async () => {
    await forget();
    const { documentsToken } = await apply(filled(slug), nowhere);
    const actor = await stranger();
    const add = (name: string, content: string | Buffer, declared: string | null = null) =>
      reasonOf(addDocument(actor, documentsToken, { name, declared, body: streamOf(content) }));
    expect(await add("licence.svg", "<svg/>")).toBe("file_refused");
    expect(await add("licence.stl", "solid x")).toBe("file_refused");
    expect(await add("licence.pdf", "<html><script>alert(1)</script>")).toBe("file_refused");
    expect(await add("licence.pdf", PDF, String(11 * 1024 * 1024))).toBe("too_large");
    expect(await add("licence.pdf", Buffer.concat([Buffer.from(PDF), Buffer.alloc(11 * 1024 * 1024)]))).toBe(
      "too_large",
    );
    const many = await Promise.all(Array.from({ length: 8 }, (_, n) => add(`page-${n}.pdf`, PDF)));
    expect(many.filter((answer) => answer === "done")).toHaveLength(6);
    expect(many.filter((answer) => answer === "too_many_documents")).toHaveLength(2);
    expect(
      await reasonOf(addDocument(actor, "x".repeat(43), { name: "a.pdf", declared: null, body: streamOf(PDF) })),
    ).toBe("link_spent");
  });

  it("are the reviewers' of their lab once confirmed, and nobody else's", async () => {
    await forget();
    const { id, documentId, token } = await applied(db.ownerPool, slug);
    const open = (of: BuiltLab) => reasonOf(asManager(({ tx }) => keptDocument(tx, id, documentId), of));
    expect(await open(lab)).toBe("not_found");
    await confirmApplication({ lab: slug, token }, nowhere);
    expect(await open(lab)).toBe("done");
    expect(await open(other)).toBe("not_found");
    expect(await reasonOf(asManager(({ tx }) => findApplication(tx, id), other))).toBe("not_found");
    for (const actor of [lab.actors.dentist, lab.actors.driver])
      expect(
        await asActor(actor, (tx) => keptDocument(tx, id, documentId)).then(
          () => "seen",
          (error: { code: string }) => error.code,
        ),
      ).toBe("42501");
  });

  it("go with what came to nothing, and stay with what did not", async () => {
    await forget();
    const [abandoned, fresh, rejected] = [
      await applied(db.ownerPool, slug),
      await applied(db.ownerPool, slug),
      await applied(db.ownerPool, slug),
    ];
    await confirmApplication({ lab: slug, token: rejected.token }, nowhere);
    await asManager((context) => rejectApplication(context, { id: rejected.id, reason: "No." }));
    const owner = await db.ownerPool.connect();
    await owner.query("UPDATE dentist_applications SET created_at = now() - interval '8 days' WHERE id = $1", [
      abandoned.id,
    ]);
    await owner.query("ALTER TABLE dentist_applications DISABLE TRIGGER set_updated_at");
    await owner.query("UPDATE dentist_applications SET updated_at = now() - interval '91 days' WHERE id = $1", [
      rejected.id,
    ]);
    await owner.query("ALTER TABLE dentist_applications ENABLE TRIGGER set_updated_at");
    expect(await purgeApplications(owner)).toBe(3);
    const left = await owner.query(
      "SELECT application_id FROM dentist_application_files WHERE application_id = ANY($1)",
      [[abandoned.id, fresh.id, rejected.id]],
    );
    owner.release();
    expect(left.rows).toEqual([{ application_id: fresh.id }]);
    expect([await stateOf(abandoned.id), await stateOf(rejected.id)]).toEqual([undefined, "rejected"]);
  });
});
