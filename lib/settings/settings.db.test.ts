import type { PoolClient } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { changeMailWay, forgetSecret, mailSettings } from "./mail/change-mail-way";
import { RESEND_KEY, SMTP_URL } from "./mail/mail-settings";
import { mailWaySchema } from "./mail/schema";
import { changeNotices, notices } from "./notices/change-notices";
import { PORTAL_NOTICE } from "./notices/notices";
import { SETTINGS } from "./registry";
import { readSecret, readSetting, showSecret } from "./store";

const db = useDatabase();
const secret = process.env.NEXTAUTH_SECRET;
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
afterEach(() => {
  process.env.NEXTAUTH_SECRET = secret;
  delete process.env.PREVIOUS_NEXTAUTH_SECRETS;
});
afterAll(() => owner.release());

const KEY = "re_plain_Secret_1234abcd";
const way: z.input<typeof mailWaySchema> = {
  way: "resend",
  name: "",
  address: "post@lab.test",
  replyTo: "",
  resendKey: KEY,
  smtpUrl: "",
};
const as = <T>(work: (context: Context) => Promise<T>, of = lab) =>
  asActor(of.actors.admin, (tx) => work({ actor: of.actors.admin, tx }));
const change = (more: Partial<typeof way> = {}, of = lab) =>
  as((c) => changeMailWay(c, mailWaySchema.parse({ ...way, ...more })), of);
const shown = () => as((c) => mailSettings(c.tx, lab.id));

test("a secret is enciphered in the table, and neither it nor its cipher is in the audit log, which tells that it changed", async () => {
  await change();
  await change({ resendKey: "re_another_Secret_9876wxyz" });
  const row = await owner.query("SELECT * FROM settings WHERE lab_id = $1 AND key = $2", [lab.id, RESEND_KEY.key]);
  expect(row.rows).toHaveLength(1);
  expect(row.rows[0].value).toBeNull();
  const kept = JSON.stringify(row.rows[0]);
  const bytes = Buffer.from(row.rows[0].ciphertext, "base64").toString("latin1");
  for (const part of ["re_another", "9876wxyz", "Secret"]) expect(kept + bytes).not.toContain(part);
  const audit = await owner.query(
    "SELECT action, old_values, new_values FROM audit_log WHERE lab_id = $1 AND row_id = $2 ORDER BY occurred_at",
    [lab.id, row.rows[0].id],
  );
  expect(audit.rows.map(({ action }) => action)).toEqual(["insert", "update"]);
  expect(Object.keys(audit.rows[1].new_values)).toEqual(["set_at"]);
  const told = JSON.stringify(audit.rows);
  expect(told).not.toContain("Secret");
  expect(told).not.toContain(row.rows[0].ciphertext);
});

test("the same secret is never enciphered alike, and one moved to another lab or key does not open", async () => {
  await change();
  await change({}, other);
  const { rows } = await owner.query("SELECT ciphertext, lab_id FROM settings WHERE key = $1", [RESEND_KEY.key]);
  expect(new Set(rows.map(({ ciphertext }) => ciphertext)).size).toBe(rows.length);
  const foreign = rows.find(({ lab_id }) => lab_id === other.id);
  await owner.query("UPDATE settings SET ciphertext = $1 WHERE key = $2 AND lab_id = $3", [
    foreign.ciphertext,
    RESEND_KEY.key,
    lab.id,
  ]);
  await expect(as((c) => readSecret(c.tx, RESEND_KEY, lab.id))).rejects.toThrow("cannot be read");
  expect(await as((c) => readSecret(c.tx, RESEND_KEY, other.id), other)).toBe(KEY);
});

test("with another secret of the installation it does not open, unless the one before is named, and is sealed anew by the next change", async () => {
  process.env.NEXTAUTH_SECRET = "the-first-secret-of-the-installation";
  await change();
  process.env.NEXTAUTH_SECRET = "another secret of the installation altogether";
  await expect(as((c) => readSecret(c.tx, RESEND_KEY, lab.id))).rejects.toThrow("cannot be read");
  expect(await as((c) => showSecret(c.tx, RESEND_KEY, lab.id))).toEqual({
    isSet: true,
    endsIn: null,
    canBeRead: false,
  });
  process.env.PREVIOUS_NEXTAUTH_SECRETS = "older-still the-first-secret-of-the-installation";
  expect(await as((c) => readSecret(c.tx, RESEND_KEY, lab.id))).toBe(KEY);
  await change();
  delete process.env.PREVIOUS_NEXTAUTH_SECRETS;
  expect(await as((c) => readSecret(c.tx, RESEND_KEY, lab.id))).toBe(KEY);
});

test("a screen learns that a secret is set and its end, a lab nothing of another's", async () => {
  expect((await shown()).resendKey).toEqual({ isSet: false, endsIn: null, canBeRead: true });
  await change();
  const settings = await shown();
  expect(settings).toMatchObject({ way: "resend", resendKey: { isSet: true, endsIn: "abcd" } });
  expect(JSON.stringify(settings)).not.toContain("re_plain");
  expect(await as((c) => showSecret(c.tx, RESEND_KEY, lab.id), other)).toMatchObject({ isSet: false });
});

test("a way of sending is refused without its account or an address, and its secret is kept while it is used", async () => {
  await expect(change({ resendKey: "" })).rejects.toMatchObject({ fieldErrors: { resendKey: expect.anything() } });
  await expect(change({ address: "" })).rejects.toMatchObject({ fieldErrors: { address: expect.anything() } });
  await change();
  await change({ resendKey: "" });
  await expect(as((c) => forgetSecret(c, { secret: "resend" }))).rejects.toMatchObject({ reason: "in_use" });
  await change({ way: "installation", resendKey: "" });
  await as((c) => forgetSecret(c, { secret: "resend" }));
  expect((await shown()).resendKey.isSet).toBe(false);
});

test.each([
  { resendKey: "sk_live_1" },
  { smtpUrl: "https://mail.example.com" },
  { smtpUrl: "smtp://127.0.0.1:25" },
  { smtpUrl: "smtp://[::1]:25" },
  { smtpUrl: "smtp://localhost" },
  { smtpUrl: "smtp://mail.internal" },
  { name: 'Lab" <evil@x.test>' },
  { address: "nobody" },
  { replyTo: "a@b.test\r\nBcc: all@x.test" },
])("refuses %o", (wrong) => {
  expect(mailWaySchema.safeParse(way).success).toBe(true);
  expect(mailWaySchema.safeParse({ ...way, ...wrong }).success).toBe(false);
});

test("the database keeps no secret as public or beside a plain value, and names its key", async () => {
  const write = (columns: string) =>
    owner.query(
      `INSERT INTO settings (lab_id, key, ${columns.split("=")[0]}) VALUES ($1, 'x', ${columns.split("=")[1]})`,
      [lab.id],
    );
  await expect(write("ciphertext, key_id, is_public='c', 'k', true")).rejects.toThrow("settings_secret_is_not_public");
  await expect(write("ciphertext, key_id, value='c', 'k', '1'")).rejects.toThrow("settings_plain_or_secret");
  await expect(write("ciphertext='c'")).rejects.toThrow("settings_secret_names_key");
});

test("a practice reads what is public, and nothing else", async () => {
  await change();
  await as((c) => changeNotices(c, { portal: "Collection is at four.", apply: "" }));
  expect(await as((c) => notices(c.tx))).toEqual({ portal: "Collection is at four.", apply: "" });
  const { dentist } = lab.actors;
  expect(await asActor(dentist, (tx) => readSetting(tx, PORTAL_NOTICE))).toBe("Collection is at four.");
  const keys = await asActor(dentist, (tx) => tx.rows<{ key: string }>(sql`SELECT key FROM settings ORDER BY key`));
  expect(keys.map(({ key }) => key)).toEqual(["notices.apply", "notices.portal"]);
});

test("every key of the register is its own, says what it is, and suggests what its schema takes", () => {
  expect(new Set(SETTINGS.map(({ key }) => key)).size).toBe(SETTINGS.length);
  expect(SETTINGS).toContain(SMTP_URL);
  for (const { key, schema, fallback, says } of SETTINGS) {
    expect(says.length, key).toBeGreaterThan(20);
    expect(schema.safeParse(fallback).success, key).toBe(true);
  }
});
