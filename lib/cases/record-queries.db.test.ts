import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { lastHolds, timelineOf } from "@/lib/history/queries";
import { recordEvent } from "@/lib/history/record";
import { type BuiltCase, type BuiltLab, buildCase, buildLab, buildPractice } from "@/lib/testing/build";
import { hold } from "./hold";
import { addNote, addPracticeNote } from "./note";
import { caseRecord, labParticulars, recordItems, recordNotes, stagesNeeded } from "./record-queries";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let made: BuiltCase;
let dentist: Actor;
let elsewhere: Actor;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  made = await buildCase(owner, lab);
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
  const { staff } = lab.actors;
  dentist = lab.actors.dentist;
  elsewhere = { ...dentist, practice: await buildPractice(owner) };
  await asActor(staff, async (tx) => {
    const context = { actor: staff, tx };
    await addNote(context, { caseId: made.id, audience: "internal", body: "Watch the margin" });
    await addNote(context, { caseId: made.id, audience: "shared", body: "Which shade?" });
    await recordEvent(context, { caseId: made.id, kind: "ticket_printed", data: {} });
  });
  await asActor(dentist, (tx) => addPracticeNote({ actor: dentist, tx }, { caseId: made.id, body: "A2, please" }));
});
afterAll(() => owner.release());

test("a practice reads the shared notes and lines only, and the names of its own people only", async () => {
  const notes = await asActor(dentist, (tx) => recordNotes(tx, made.id));
  expect(notes.map(({ body, author }) => [body, author])).toEqual([
    ["Which shade?", null],
    ["A2, please", "Test dentist"],
  ]);
  const timeline = await asActor(dentist, (tx) => timelineOf(tx, made.id));
  expect(timeline.map(({ kind, audience, colleague }) => [kind, audience, colleague])).toEqual([
    ["note_added", "shared", "Test dentist"],
    ["note_added", "shared", null],
  ]);
});

test("the lab reads everything with names", async () => {
  const { staff } = lab.actors;
  const notes = await asActor(staff, (tx) => recordNotes(tx, made.id));
  expect(notes.map(({ author }) => author)).toEqual(["Test staff", "Test staff", "Test dentist"]);
  expect((await asActor(staff, (tx) => timelineOf(tx, made.id))).map(({ kind }) => kind)).toContain("ticket_printed");
});

test("another practice of the same person sees nothing and cannot write", async () => {
  await asActor(elsewhere, async (tx) => {
    expect(await caseRecord(tx, made.id)).toBeNull();
    expect(await recordItems(tx, made.id)).toEqual([]);
    expect(await recordNotes(tx, made.id)).toEqual([]);
    expect(await timelineOf(tx, made.id)).toEqual([]);
    expect(await stagesNeeded(tx, [made.id])).toEqual(new Map());
  });
  await expect(
    asActor(elsewhere, (tx) => addPracticeNote({ actor: elsewhere, tx }, { caseId: made.id, body: "Mine?" })),
  ).rejects.toMatchObject({ code: "not_found" });
});

test("a practice can open its case but not what is the lab's own", async () => {
  const found = await asActor(dentist, (tx) => caseRecord(tx, made.id));
  expect(found).toMatchObject({
    number: made.number,
    practice: { id: lab.practiceId },
    dentist: { fullName: "Dr Test" },
  });
  await expect(asActor(dentist, (tx) => labParticulars(tx, made.id))).rejects.toThrow(/permission denied/);
});

test("tells the stages of each item with the attempts made", async () => {
  const [item] = await asActor(dentist, (tx) => recordItems(tx, made.id));
  expect(item).toMatchObject({ procedureType: "crowns", stage: "receiving", teeth: [{ tooth: 14, role: "single" }] });
  expect(item?.stages[0]).toEqual({ stage: "receiving", attempts: 1, status: "pending", workingSeconds: 0 });
  expect(item?.stages.map(({ stage }) => stage)).toContain("sintering");
  expect((await asActor(dentist, (tx) => stagesNeeded(tx, [made.id]))).get(made.id)).toHaveLength(7);
});

test("the practice of a held case reads what is asked", async () => {
  const { staff } = lab.actors;
  const reasonId = (await owner.query("SELECT id FROM reasons WHERE lab_id = $1 AND code = 'payment'", [lab.id]))
    .rows[0].id;
  await asActor(staff, async (tx) => {
    const version = (await caseRecord(tx, made.id))?.version ?? 0;
    await hold({ actor: staff, tx }, { caseId: made.id, version, reasonId, note: "Please call us" });
  });
  const [asked] = await asActor(dentist, (tx) => lastHolds(tx, [made.id]));
  expect(asked).toMatchObject({ caseId: made.id, reason: "Account on stop", note: "Please call us" });
  expect(await asActor(elsewhere, (tx) => lastHolds(tx, [made.id]))).toEqual([]);
  expect((await asActor(staff, (tx) => labParticulars(tx, made.id)))?.hold).toMatchObject({ placedBy: "Test staff" });
});
