import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { lettersOf } from "./letters";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  await owner.query("UPDATE practices SET email = 'Desk@own.test' WHERE id = $1", [lab.practiceId]);
});
afterAll(() => owner.release());

async function found(patient: { reference: string; fullName: string | null }, letters: [to: string, text: string][]) {
  await owner.query("DELETE FROM mail_messages WHERE lab_id = $1", [lab.id]);
  for (const [to, text] of letters)
    await owner.query(
      "INSERT INTO mail_messages (lab_id, to_address, subject, text_body, html_body) VALUES ($1, $2, 'A letter', $3, $3)",
      [lab.id, to, text],
    );
  const { admin } = lab.actors;
  const of = { ...patient, practiceId: lab.practiceId };
  const kept = await asActor(admin, (tx) => lettersOf(tx, of, [{ number: "C-2026-000123" }]));
  const { rows } = await owner.query<{ text_body: string }>(
    "SELECT text_body FROM mail_messages WHERE id = ANY($1) ORDER BY id",
    [kept.map(({ id }) => id)],
  );
  return rows.map((row) => row.text_body);
}

it("takes a reference for a patient in whole words to their own practice alone, not for amounts and numbers of others", async () => {
  const own = "desk@own.test";
  const letters: [string, string][] = [
    [own, "Case of patient 100 is ready"],
    [own, "Invoice INV-2026-001002 over £2100.50"],
    ["desk@other.test", "Please pay 100 to us"],
    ["desk@other.test", "About case C-2026-000123."],
    ["desk@other.test", "About case C-2026-0001234"],
  ];
  expect(await found({ reference: "100", fullName: null }, letters)).toEqual([
    "Case of patient 100 is ready",
    "About case C-2026-000123.",
  ]);
});

it("finds a full name anywhere, a single one in the practice's letters, whatever signs stand in it", async () => {
  const letters: [string, string][] = [
    ["lab@lab.test", "A question about ann (lee), please"],
    ["lab@lab.test", "Joann (Lee)s"],
    ["lab@lab.test", "Ann"],
    ["desk@own.test", "For Ann: ready"],
  ];
  expect(await found({ reference: "P-17+", fullName: "Ann (Lee)" }, letters)).toEqual([
    "A question about ann (lee), please",
  ]);
  expect(await found({ reference: "P-17+", fullName: "Ann" }, letters)).toEqual(["For Ann: ready"]);
});
