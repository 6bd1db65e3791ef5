import { beforeAll, beforeEach, expect, it } from "vitest";
import type { Context } from "@/lib/access/action";
import { resetPassword } from "@/lib/access/recovery/reset";
import { signedInBy } from "@/lib/access/session";
import { signIn } from "@/lib/access/sign-in";
import { asActor } from "@/lib/db/as-actor";
import { asRefusal } from "@/lib/db/refusals";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { approveApplication } from "./approve";
import { confirmApplication } from "./by-link";
import { checkLicence, rejectApplication } from "./review";
import { approveSchema } from "./schema";
import { applied, nowhere, tokenFor } from "./testing";

const db = useDatabase();
let lab: BuiltLab;
let slug: string;
const ALL = ["portal.submit", "portal.approve", "portal.invoices", "portal.people", "messages.use"] as const;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  slug = lab.actors.admin.lab.slug;
  owner.release();
});
beforeEach(async () => {
  await db.ownerPool.query("DELETE FROM rate_limits");
});

const reasonOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => "done",
    (thrown: unknown) => asRefusal(thrown)?.reason ?? thrown,
  );
const by = <T>(who: "manager" | "admin", work: (context: Context) => Promise<T>) =>
  asActor(lab.actors[who], (tx) => work({ actor: lab.actors[who], tx }));
const terms = (id: string, more: Record<string, unknown> = {}) =>
  approveSchema.parse({
    id,
    idempotencyKey: crypto.randomUUID(),
    practiceId: null,
    priceListId: "",
    discountPercent: "7.5",
    paymentTermsDays: "14",
    transitDays: "2",
    invoiceMode: "monthly",
    startedOn: "2026-12-01",
    rights: [...ALL],
    ...more,
  });
const checked = async (more: Record<string, unknown> = {}) => {
  const made = await applied(db.ownerPool, slug, more);
  await confirmApplication({ lab: slug, token: made.token }, nowhere);
  await by("manager", (context) => checkLicence(context, { id: made.id, register: "GDC register", note: null }));
  return made;
};

it("makes account, dentist, practice and terms at once, and the letter lets the dentist in", async () => {
  const { id, input } = await checked();
  const { practiceId, dentistId } = await by("manager", (context) => approveApplication(context, terms(id)));
  const token = await tokenFor(db.ownerPool, input.email);
  await resetPassword({ token, password: "a long password" });
  const sessionId = await signIn({ email: input.email, password: "a long password" }, nowhere);
  const actor = (await signedInBy(sessionId, nowhere))?.actor;
  expect(actor).toMatchObject({ lab: { id: lab.id }, practice: { id: practiceId, name: input.practiceName } });
  expect(ALL.every((right) => actor?.permissions.has(right))).toBe(true);
  const practice = await db.ownerPool.query(
    "SELECT code, discount_percent, payment_terms_days, transit_days, invoice_mode, postcode FROM practices WHERE id = $1",
    [practiceId],
  );
  expect(practice.rows).toEqual([
    {
      code: "P-0001",
      discount_percent: "7.50",
      payment_terms_days: 14,
      transit_days: 2,
      invoice_mode: "monthly",
      postcode: "G4 9XX",
    },
  ]);
  const dentist = await db.ownerPool.query(
    `SELECT d.licence_number, d.user_id, d.verified_by_id, pd.is_primary, pd.started_on::text, pd.discount_percent
     FROM dentist_profiles d JOIN practice_dentists pd ON pd.dentist_id = d.id WHERE d.id = $1`,
    [dentistId],
  );
  expect(dentist.rows).toEqual([
    {
      licence_number: input.licenceNumber,
      user_id: actor?.userId,
      verified_by_id: lab.actors.manager.userId,
      is_primary: true,
      started_on: "2026-12-01",
      discount_percent: null,
    },
  ]);
});

it("takes a known dentist on at a known practice, on terms of their own", async () => {
  await db.ownerPool.query("UPDATE dentist_profiles SET licence_number = 'DL-1', user_id = NULL WHERE id = $1", [
    lab.dentistId,
  ]);
  const { id } = await checked({ licenceNumber: "dl-1" });
  const approval = terms(id, { practiceId: lab.practiceId, rights: ["portal.submit"] });
  const made = await by("manager", (context) => approveApplication(context, approval));
  expect(made).toMatchObject({ practiceId: lab.practiceId, dentistId: lab.dentistId });
  const { rows } = await db.ownerPool.query(
    "SELECT pd.discount_percent, p.payment_terms_days FROM practice_dentists pd JOIN practices p ON p.id = pd.practice_id WHERE pd.dentist_id = $1",
    [lab.dentistId],
  );
  expect(rows).toEqual([{ discount_percent: "7.50", payment_terms_days: 30 }]);
});

it("happens once when two reviewers, or one twice, approve at the same moment, and not beside a rejection", async () => {
  const { id, input } = await checked();
  const answers = await Promise.all([
    reasonOf(by("manager", (context) => approveApplication(context, terms(id)))),
    reasonOf(by("admin", (context) => approveApplication(context, terms(id)))),
    reasonOf(by("manager", (context) => rejectApplication(context, { id, reason: "No." }))),
    reasonOf(by("manager", (context) => approveApplication(context, terms(id)))),
  ]);
  expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
  expect(answers.filter((answer) => answer === "already_decided")).toHaveLength(3);
  const { rows } = await db.ownerPool.query(
    `SELECT (SELECT count(*)::int FROM practices WHERE name = $1) AS practices, (SELECT count(*)::int FROM users WHERE email = $2) AS users,
       (SELECT status FROM dentist_applications WHERE id = $3) AS status`,
    [input.practiceName, input.email, id],
  );
  const approved = rows[0].status === "approved" ? 1 : 0;
  expect(rows[0]).toMatchObject({ practices: approved, users: approved });
});

it("waits for the licence to be checked, and makes nothing at all when one part is refused", async () => {
  const made = await applied(db.ownerPool, slug);
  await confirmApplication({ lab: slug, token: made.token }, nowhere);
  const attempt = (more = {}) =>
    reasonOf(by("manager", (context) => approveApplication(context, terms(made.id, more))));
  expect(await attempt()).toBe("licence_unchecked");
  await by("manager", (context) => checkLicence(context, { id: made.id, register: "GDC register", note: null }));
  expect(await attempt({ practiceId: crypto.randomUUID() })).toBe("not_found");
  await db.ownerPool.query(
    `WITH u AS (INSERT INTO users (email, name) VALUES ($1, 'Front desk') RETURNING id)
     INSERT INTO memberships (lab_id, user_id, role_id) SELECT $2, u.id, r.id FROM u, roles r WHERE r.lab_id = $2 AND r.key = 'staff'`,
    [made.input.email, lab.id],
  );
  expect(await attempt()).toBe("works_at_lab");
  const { rows } = await db.ownerPool.query(
    "SELECT 1 FROM practices WHERE name = $1 UNION SELECT 1 FROM dentist_profiles WHERE licence_number = $2",
    [made.input.practiceName, made.input.licenceNumber],
  );
  expect(rows).toEqual([]);
});
