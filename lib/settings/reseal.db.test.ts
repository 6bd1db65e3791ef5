import type { PoolClient } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { RESEND_KEY, SMTP_URL } from "./mail/mail-settings";
import { resealSecrets } from "./reseal";
import { keepSecret, readSecret } from "./store";

const db = useDatabase();
const environment = { ...process.env };
const OLD = "the secret that the installation began with";
const NEW = "the secret that it goes on with from today on";
let owner: PoolClient;
let labs: [BuiltLab, BuiltLab];

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
beforeEach(async () => {
  await owner.query("UPDATE settings SET ciphertext = NULL, key_id = NULL");
  labs = [await buildLab(owner), await buildLab(owner)];
  process.env.NEXTAUTH_SECRET = OLD;
  for (const [i, lab] of labs.entries()) {
    await keep(lab, RESEND_KEY, `re_of_lab_${i}_1234`);
    await keep(lab, SMTP_URL, `smtp://lab${i}:pass@mail.example.com`);
  }
});
afterEach(() => {
  process.env.NEXTAUTH_SECRET = environment.NEXTAUTH_SECRET;
});
afterAll(() => owner.release());

const keep = (lab: BuiltLab, setting: typeof RESEND_KEY, value: string) =>
  asActor(lab.actors.admin, (tx) => keepSecret(tx, setting, lab.id, value));
const read = (lab: BuiltLab, setting = RESEND_KEY) =>
  asActor(lab.actors.admin, (tx) => readSecret(tx, setting, lab.id));
const table = async () =>
  (await owner.query("SELECT id, ciphertext, key_id, set_at FROM settings WHERE ciphertext IS NOT NULL ORDER BY id"))
    .rows;

test("after it every secret of every lab opens with the new secret alone, and a second run finds nothing to do", async () => {
  expect(await resealSecrets(owner, NEW, [OLD])).toEqual({ resealed: 4, already: 0 });
  await expect(read(labs[0])).rejects.toThrow("cannot be read");
  process.env.NEXTAUTH_SECRET = NEW;
  expect(await read(labs[0])).toBe("re_of_lab_0_1234");
  expect(await read(labs[1])).toBe("re_of_lab_1_1234");
  expect(await read(labs[1], SMTP_URL)).toBe("smtp://lab1:pass@mail.example.com");
  expect(await resealSecrets(owner, NEW, [])).toEqual({ resealed: 0, already: 4 });
});

test("one that was cut short after some were entered anew goes on where it stopped", async () => {
  process.env.NEXTAUTH_SECRET = NEW;
  await keep(labs[0], RESEND_KEY, "re_entered_anew_9999");
  expect(await resealSecrets(owner, NEW, ["no secret of here", OLD])).toEqual({ resealed: 3, already: 1 });
  expect(await read(labs[0])).toBe("re_entered_anew_9999");
});

test("with a wrong secret it says which do not open and changes none, not even those that would", async () => {
  process.env.NEXTAUTH_SECRET = "a third secret, of which nobody knows any more";
  await keep(labs[1], SMTP_URL, "smtp://lost:pass@mail.example.com");
  const before = await table();
  const refused = resealSecrets(owner, NEW, [OLD]);
  await expect(refused).rejects.toThrow(/^Nothing was changed: .* do not open mail\.smtp_url of /);
  await expect(resealSecrets(owner, NEW, ["not the old one"])).rejects.toThrow("Nothing was changed");
  expect(await table()).toEqual(before);
});

test("one that was moved to another lab, or tampered with, is refused like one under another key", async () => {
  await owner.query(
    "UPDATE settings s SET ciphertext = o.ciphertext FROM settings o WHERE s.lab_id = $1 AND o.lab_id = $2 AND s.key = o.key AND s.key = $3",
    [labs[0].id, labs[1].id, RESEND_KEY.key],
  );
  await expect(resealSecrets(owner, NEW, [OLD])).rejects.toThrow("Nothing was changed");
});
