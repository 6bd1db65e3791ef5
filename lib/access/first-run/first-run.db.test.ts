import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asActor, asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { labFacts } from "@/lib/labs/first-run/lab-facts";
import { checksOf, isReady } from "@/lib/labs/first-run/ready";
import { syncPermissions } from "@/lib/labs/open-lab";
import { firstRunLines } from "@/lib/setup/first-run";
import { buildLab } from "@/lib/testing/build";
import type { Actor } from "../actor";
import { MAX_GUESSES } from "../guesses";
import { DEFAULT_ROLES } from "../roles";
import { signedInBy } from "../session";
import { signIn } from "../sign-in";
import { codeHash, newCode } from "./code";
import { installationIsEmpty } from "./is-empty";
import { openFirstLab } from "./open-first-lab";
import { keepDraft, proveCode } from "./prove-code";
import { firstLabFields, openFirstLabSchema } from "./schema";

const db = useDatabase();
let owner: PoolClient;
let code: string;

const at = (ip: string) => ({ ip, userAgent: "test" });
const lab = {
  name: "Nördlicht Zahntechnik",
  addressLine1: "Hafenstraße 1",
  addressLine2: "",
  city: "Kiel",
  postcode: "24103",
  country: "DE",
  phone: "",
  email: "",
  timeZone: "Europe/Berlin",
  locale: "de-DE",
  currency: "EUR",
  toothNotation: "fdi" as const,
  registrationNumber: "DE/CA/0001",
};
const admin = { name: "Maria Sand", email: "Maria@Nordlicht.test", password: "a long password" };
const open = (withCode: string, from: string, email = admin.email) =>
  openFirstLab(openFirstLabSchema.parse({ code: withCode, lab, admin: { ...admin, email } }), at(from));

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  await syncPermissions(async (text, values) => (await owner.query(text, values)).rows);
  const lines = await firstRunLines(db.ownerUrl, "http://casepan.test");
  code = (lines[1] as string).trim();
  expect(lines[2]).toContain("http://casepan.test/setup");
});
afterAll(() => owner.release());

test("a code is twelve signs that are not taken for one another, read however it is typed", () => {
  expect(newCode()).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$/);
  expect(codeHash("01ab-cdef-gh01")).toBe(codeHash(" O1AB CDEF GHOl "));
  expect(codeHash("01AB-CDEF-GH01")).not.toBe(codeHash("01AB-CDEF-GH02"));
});

test("only the digest of a code is kept", async () => {
  const { rows } = await owner.query("SELECT * FROM setup_codes");
  expect(JSON.stringify(rows)).not.toContain(code);
  expect(rows[0].code_hash).toBe(codeHash(code));
});

test("without the code nothing is shown, kept or opened", async () => {
  expect(await installationIsEmpty()).toBe(true);
  const refused = { fieldErrors: { code: expect.anything() } };
  await expect(proveCode({ code: newCode() }, at("10.1.0.1"))).rejects.toMatchObject(refused);
  await expect(open(newCode(), "10.1.0.1")).rejects.toMatchObject(refused);
  await owner.query("INSERT INTO setup_codes (code_hash, expires_at) VALUES ($1, now() - interval '1 second')", [
    codeHash("LATE-LATE-LATE"),
  ]);
  await expect(open("LATE-LATE-LATE", "10.1.0.1")).rejects.toMatchObject(refused);
  expect((await owner.query("SELECT FROM labs")).rowCount).toBe(0);
});

test("codes cannot be guessed: from one address ten are looked at in a quarter of an hour", async () => {
  const tries = await Promise.allSettled(
    Array.from({ length: MAX_GUESSES + 5 }, () => proveCode({ code: newCode() }, at("10.2.0.1"))),
  );
  const refusals = tries.map((one) => (one as PromiseRejectedResult).reason.code);
  expect(refusals.filter((one) => one === "invalid")).toHaveLength(10);
  await expect(proveCode({ code }, at("10.2.0.1"))).rejects.toMatchObject({ code: "too_many" });
  expect(await proveCode({ code }, at("10.2.0.2"))).toEqual({ lab: null });
});

test("what was written of the lab waits with the code", async () => {
  await keepDraft({ code, lab: firstLabFields.parse(lab) }, at("10.3.0.1"));
  expect(await proveCode({ code }, at("10.3.0.2"))).toMatchObject({ lab: { name: lab.name, phone: null } });
});

test("of twenty who open it at once, with two codes, one gets a lab, and it cannot be run again", async () => {
  const second = ((await firstRunLines(db.ownerUrl, "http://casepan.test"))[1] as string).trim();
  const tries = await Promise.allSettled(
    Array.from({ length: 20 }, (_, i) => open(i % 2 ? code : second, `10.4.0.${i}`, `admin${i}@nordlicht.test`)),
  );
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  const counts = await owner.query(
    "SELECT (SELECT count(*)::int FROM labs) AS labs, (SELECT count(*)::int FROM users) AS users, (SELECT count(*)::int FROM memberships) AS members",
  );
  expect(counts.rows[0]).toEqual({ labs: 1, users: 1, members: 1 });
  expect(await installationIsEmpty()).toBe(false);
  for (const again of [code, second]) {
    await expect(open(again, "10.5.0.1")).rejects.toMatchObject({ code: "not_found" });
    await expect(proveCode({ code: again }, at("10.5.0.1"))).rejects.toMatchObject({ code: "not_found" });
  }
  expect(await firstRunLines(db.ownerUrl, "http://casepan.test")).toEqual([]);
});

test("the first admin signs in to a lab that has what every lab starts with, and says what it still needs", async () => {
  const { email } = (await owner.query("SELECT email FROM users")).rows[0];
  const session = await signedInBy(await signIn({ email, password: admin.password }, at("10.6.0.1")), at("10.6.0.1"));
  const actor = session?.actor as Actor;
  expect(actor.lab).toMatchObject({ slug: "nordlicht-zahntechnik", currency: "EUR", timeZone: "Europe/Berlin" });
  expect([...actor.permissions].sort()).toEqual([...DEFAULT_ROLES.admin.permissions].sort());
  const facts = await asActor(actor, (tx) => labFacts(tx, "2026-11-21"));
  expect(facts).toMatchObject({
    departments: 5,
    templates: 20,
    stagesWithoutDepartment: 0,
    receivers: 1,
    practices: 0,
    prices: 0,
  });
  const checks = checksOf(facts);
  expect(isReady(checks)).toBe(false);
  expect(checks.filter(({ needed, met }) => needed && !met).map(({ step }) => step)).toEqual(["practices"]);
  const audit = await owner.query("SELECT DISTINCT user_id, ip FROM audit_log WHERE table_name = 'departments'");
  expect(audit.rows).toEqual([{ user_id: actor.userId, ip: expect.stringMatching(/^10\.4\.0\./) }]);
});

test("the lab gets what one gets that is opened by its operator", async () => {
  const built = await buildLab(owner);
  const first = (await owner.query("SELECT id FROM labs WHERE slug = 'nordlicht-zahntechnik'")).rows[0].id;
  for (const table of [
    "departments",
    "workflow_templates",
    "workflow_template_stages",
    "reasons",
    "checklist_items",
    "restoration_particulars",
    "roles",
    "role_permissions",
  ]) {
    const count = async (id: string) =>
      (await owner.query(`SELECT count(*)::int AS n FROM ${table} WHERE lab_id = $1`, [id])).rows[0].n;
    expect(await count(first), table).toBe(await count(built.id));
  }
});

test("the app's roles cannot spend or write codes, nor open labs past the code", async () => {
  await expect(
    asAuth((tx) => tx.execute(sql`INSERT INTO setup_codes (code_hash, expires_at) VALUES ('x', now())`)),
  ).rejects.toMatchObject({ code: "42501" });
  await expect(asAuth((tx) => tx.execute(sql`UPDATE setup_codes SET used_at = NULL`))).rejects.toMatchObject({
    code: "42501",
  });
  await expect(
    asAuth((tx) => tx.execute(sql`INSERT INTO labs (name, slug, time_zone) VALUES ('x', 'x', 'UTC')`)),
  ).rejects.toMatchObject({ code: "42501" });
  const spent = await asAuth((tx) =>
    tx.row<{ id: string | null }>(sql`SELECT open_first_lab(${codeHash(code)}, '{}'::jsonb) AS id`),
  );
  expect(spent?.id).toBeNull();
});
