import { beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { timelineOf } from "@/lib/history/queries";
import { type BuiltCase, type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { as, refusalOf } from "@/lib/workflow/testing";
import { addNote, addPracticeNote } from "./note";
import { changeNote, removeNote, restoreNote } from "./note-change";
import { recordNotes } from "./record-queries";

const db = useDatabase();
let lab: BuiltLab;
let other: BuiltLab;
let built: BuiltCase;

beforeAll(async () => {
  const owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  other = await buildLab(owner);
  owner.release();
});
beforeEach(async () => {
  const owner = await db.ownerPool.connect();
  built = await buildCase(owner, lab);
  owner.release();
});

const notes = (actor: Actor) => asActor(actor, (tx) => recordNotes(tx, built.id));
const timeline = async (actor: Actor) =>
  (await asActor(actor, (tx) => timelineOf(tx, built.id))).flatMap(({ kind, data }) =>
    kind === "note_added" ? [data] : [],
  );

test("an author changes a note, which the timeline follows, removes it and has it back", async () => {
  const { staff } = lab.actors;
  const { id } = await as(staff, addNote, { caseId: built.id, audience: "internal" as const, body: "Wrong word" });
  await as(staff, changeNote, { noteId: id, body: "Right word" });
  expect(await notes(staff)).toMatchObject([{ body: "Right word", isEdited: true, isChangeable: true }]);
  expect(await timeline(staff)).toEqual([{ excerpt: "Right word" }]);
  await as(staff, removeNote, { noteId: id });
  expect(await notes(staff)).toEqual([]);
  expect(await timeline(staff)).toEqual([]);
  await as(staff, restoreNote, { noteId: id });
  expect(await notes(staff)).toMatchObject([{ body: "Right word" }]);
});

test("a practice does so with its own shared ones, and neither side with the other's", async () => {
  const { staff, dentist, technician } = lab.actors;
  const own = await as(dentist, addPracticeNote, { caseId: built.id, body: "Shade is A1" });
  await as(dentist, changeNote, { noteId: own.id, body: "Shade is A2" });
  expect(await notes(dentist)).toMatchObject([{ body: "Shade is A2" }]);
  const shared = await as(staff, addNote, { caseId: built.id, audience: "shared" as const, body: "Ours" });
  const internal = await as(staff, addNote, { caseId: built.id, audience: "internal" as const, body: "Hidden" });
  expect((await refusalOf(as(dentist, changeNote, { noteId: shared.id, body: "x" }))).reason).toBe("not_yours");
  expect((await refusalOf(as(dentist, removeNote, { noteId: internal.id }))).code).toBe("not_found");
  expect((await refusalOf(as(technician, removeNote, { noteId: shared.id }))).reason).toBe("not_yours");
  expect((await refusalOf(as(other.actors.staff, removeNote, { noteId: shared.id }))).code).toBe("not_found");
});

test("after a day it stands", async () => {
  const { staff } = lab.actors;
  const { id } = await as(staff, addNote, { caseId: built.id, audience: "internal" as const, body: "Old" });
  await db.ownerPool.query("UPDATE case_notes SET created_at = now() - interval '25 hours' WHERE id = $1", [id]);
  expect((await refusalOf(as(staff, changeNote, { noteId: id, body: "New" }))).reason).toBe("too_late");
  expect(await notes(staff)).toMatchObject([{ isChangeable: false }]);
});
