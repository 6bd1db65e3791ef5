import type { PoolClient } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltCase, type BuiltLab, buildCase, buildLab, buildPractice } from "@/lib/testing/build";
import { searchAll } from "./search-all";
import { searchPage, searchPageParams } from "./search-page";
import { searchText } from "./search-words";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let other: BuiltLab;
let own: BuiltCase;
let foreign: BuiltCase;
let strange: BuiltCase;

async function say(
  labId: string,
  by: Actor,
  among: Actor[],
  body: string,
  about: { caseId?: string; practiceId?: string },
) {
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [labId]);
  const talk = await owner.query<{ id: string }>(
    "INSERT INTO conversations (type, case_id, practice_id, subject, created_by_id, last_position) VALUES ($1, $2, $3, $4, $5, 1) RETURNING id",
    [about.caseId ? "case" : "group", about.caseId ?? null, about.practiceId ?? null, "Talk", by.userId],
  );
  const id = talk.rows[0]?.id;
  for (const person of among)
    await owner.query("INSERT INTO conversation_participants (conversation_id, user_id) VALUES ($1, $2)", [
      id,
      person.userId,
    ]);
  await owner.query("INSERT INTO messages (conversation_id, author_id, position, body) VALUES ($1, $2, 1, $3)", [
    id,
    by.userId,
    body,
  ]);
}

async function note(labId: string, of: BuiltCase, by: Actor, audience: string, body: string) {
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [labId]);
  await owner.query("INSERT INTO case_notes (case_id, author_id, audience, body) VALUES ($1, $2, $3, $4)", [
    of.id,
    by.userId,
    audience,
    body,
  ]);
}

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  other = await buildLab(owner);
  own = await buildCase(owner, lab);
  foreign = await buildCase(owner, other);
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
  strange = await buildCase(owner, { ...lab, practiceId: (await buildPractice(owner)).id });
  await owner.query(
    "UPDATE patients SET full_name = 'Zoë O''Neil' WHERE id IN (SELECT patient_id FROM cases WHERE id = ANY($1))",
    [[own.id, foreign.id, strange.id]],
  );
  const { staff, dentist, manager, technician } = lab.actors;
  await note(lab.id, own, staff, "internal", "Zoë: inner matter of the lab");
  await note(lab.id, own, dentist, "shared", "Zoë: shade A3.5, please");
  await note(lab.id, strange, staff, "shared", "Zoë: of the other practice");
  await note(other.id, foreign, other.actors.staff, "shared", "Zoë: of the other lab");
  await say(lab.id, manager, [manager, staff], "Zoë among ourselves", {});
  await say(lab.id, staff, [staff, dentist], "Zoë with the practice", { caseId: own.id, practiceId: lab.practiceId });
  await say(lab.id, technician, [technician], "Zoë left alone", {});
  await say(other.id, other.actors.staff, [other.actors.staff], "Zoë elsewhere", {});
});
afterAll(() => owner.release());

async function found(actor: Actor, text: string): Promise<Record<string, string[]>> {
  const groups = await asActor(actor, (tx) => searchAll({ actor, tx }, searchText.parse(text), 8, true));
  return Object.fromEntries(
    groups.map(({ name, hits }) => [name, hits.map((hit) => hit.excerpt ?? hit.title).toSorted()]),
  );
}

describe("one word finds, of everything, what may be seen", () => {
  test("the lab: all its cases and notes, and what it talks about", async () => {
    const { cases, patients, notes, messages, practices } = await found(lab.actors.manager, "zoe");
    expect(cases).toHaveLength(2);
    expect(patients).toHaveLength(2);
    expect(notes).toEqual(["Zoë: inner matter of the lab", "Zoë: of the other practice", "Zoë: shade A3.5, please"]);
    expect(messages).toEqual(["Zoë among ourselves", "Zoë with the practice"]);
    expect(practices).toBeUndefined();
  });

  test("another of the lab's people: no conversation they are not in, but for those about cases", async () => {
    expect((await found(lab.actors.technician, "zoe")).messages).toEqual(["Zoë left alone", "Zoë with the practice"]);
  });

  test("a practice: its own cases, what is shared with it, its own conversations", async () => {
    const { cases, patients, notes, messages } = await found(lab.actors.dentist, "zoe");
    expect([cases?.length, patients?.length]).toEqual([1, 1]);
    expect(notes).toEqual(["Zoë: shade A3.5, please"]);
    expect(messages).toEqual(["Zoë with the practice"]);
    expect(await found({ ...lab.actors.dentist, practice: null }, "zoe")).toEqual({});
  });

  test("a role without a right: not the group", async () => {
    const { manager, driver } = lab.actors;
    const permissions = new Set([...manager.permissions].filter((p) => p !== "messages.use" && p !== "practices.view"));
    expect((await found({ ...manager, permissions }, "zoe")).messages).toBeUndefined();
    expect((await found({ ...manager, permissions }, "practice")).practices).toBeUndefined();
    expect((await found(manager, "practice")).practices).toHaveLength(2);
    expect(await found(driver, "zoe")).toEqual({});
  });
});

test("a number, or the figure at its end, comes first", async () => {
  const figure = String(Number(own.number.slice(-6)));
  for (const text of [own.number, own.number.toLowerCase(), figure, figure.padStart(6, "0")])
    expect(
      (await found(lab.actors.staff, text)).cases?.some((title) => title.startsWith(own.number)),
      text,
    ).toBe(true);
});

test("every word must fit; accents, capitals and the order of words do not matter", async () => {
  expect((await found(lab.actors.staff, "o'neil ZOE")).patients).toHaveLength(2);
  expect((await found(lab.actors.staff, "zoe smith")).patients).toBeUndefined();
  expect((await found(lab.actors.staff, "a3 shad")).notes).toHaveLength(1);
  expect((await found(lab.actors.staff, "A3.5")).notes).toHaveLength(1);
});

test.each([
  "'",
  '"',
  "%",
  "_",
  "\\",
  "%%%%",
  "':*",
  "a' & b:* | !(c)",
  "😀",
  "👩‍⚕️ zoe",
  "مرحبا",
  "\u202Ezoe",
  "ｚｏｅ",
  "\u0000zoe",
  "a".repeat(5000),
  "a b c d e f g h i j k l",
  "-- ; DROP TABLE cases",
  "$1 $q$ {{x}}",
  "",
])("answers hostile words %#", async (text) => {
  for (const actor of [lab.actors.manager, lab.actors.dentist])
    for (const group of [undefined, "notes", "messages", "patients"]) {
      const params = searchPageParams.parse({ q: text, in: group });
      const page = await asActor(actor, (tx) => searchPage({ actor, tx }, params));
      expect(page.text.length).toBeLessThanOrEqual(120);
    }
});

test("a group goes on by pages that lose and double nothing", async () => {
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
  await owner.query(
    `INSERT INTO case_notes (case_id, author_id, audience, body, created_at)
     SELECT $1, $2, 'internal', 'paged ' || g, '2026-01-01T10:00:00.123Z'::timestamptz + make_interval(mins => g / 10) FROM generate_series(1, 120) g`,
    [own.id, lab.actors.staff.userId],
  );
  const { staff } = lab.actors;
  const ids: string[] = [];
  let after: string | undefined;
  do {
    const params = searchPageParams.parse({ q: "paged", in: "notes", after });
    const page = await asActor(staff, (tx) => searchPage({ actor: staff, tx }, params));
    ids.push(...page.groups.flatMap(({ hits }) => hits.map(({ id }) => id)));
    after = page.next ?? undefined;
  } while (after);
  expect([ids.length, new Set(ids).size]).toEqual([120, 120]);
});
