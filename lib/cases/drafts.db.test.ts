import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { discardDraft, openDraft, restoreDraft, saveDraft } from "./drafts";
import type { DraftPayload, SubmissionInput } from "./schema";
import { draftById, listDrafts } from "./submission-queries";
import { prescription, refusalOf, submitAs } from "./testing/prescription";

const { ownerPool } = useDatabase();
let lab: BuiltLab;
let other: BuiltLab;
let dentist: Actor;

beforeAll(async () => {
  const client = await ownerPool.connect();
  lab = await buildLab(client);
  other = await buildLab(client, "Pacific/Honolulu");
  client.release();
  dentist = lab.actors.dentist;
});

const rx = (changes: Record<string, unknown> = {}) => prescription(lab, changes);
const submit = (input: SubmissionInput, actor = dentist) => submitAs(actor, input);
const blank: DraftPayload = {
  dentistId: "",
  patient: { reference: "P-7", fullName: "", sex: "", birthYear: "", allergies: "" },
  items: [],
  urgency: "standard",
  wantedOn: "",
  impression: "physical",
  enclosures: [],
  instructions: "half a sen",
};
const draftOf = (actor: Actor, practiceId = lab.practiceId) =>
  asActor(actor, (tx) => openDraft({ actor, tx }, { practiceId, payload: blank }));

const count = async (table: string, where = "true", values: unknown[] = []) =>
  (await ownerPool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`, values)).rows[0]?.n;

describe("a draft", () => {
  test("is kept, listed to its writer alone, put away and taken back", async () => {
    const { id } = await draftOf(dentist);
    await asActor(dentist, (tx) =>
      saveDraft({ actor: dentist, tx }, { id, payload: { ...blank, instructions: "a whole sentence" } }),
    );
    const listed = (actor: Actor) => asActor(actor, async (tx) => (await listDrafts(tx)).map((d) => d.id));
    expect((await asActor(dentist, (tx) => draftById(tx, dentist, id))).payload?.instructions).toBe("a whole sentence");
    expect(await listed(dentist)).toContain(id);
    expect(await listed(lab.actors.staff)).not.toContain(id);
    await asActor(dentist, (tx) => discardDraft({ actor: dentist, tx }, { id }));
    expect(await listed(dentist)).not.toContain(id);
    await asActor(dentist, (tx) => restoreDraft({ actor: dentist, tx }, { id }));
    expect(await listed(dentist)).toContain(id);
  });

  test("takes its files into the case, is no longer listed and cannot change", async () => {
    const { id: draftId } = await draftOf(dentist);
    await ownerPool.query(
      `INSERT INTO case_files (lab_id, practice_id, draft_id, name, kind, media_type, size_bytes, sha256, store_key, uploaded_by_id)
       VALUES ($1, $2, $3, 'scan.stl', 'scan', 'model/stl', 1, $4, 'k', $5)`,
      [lab.id, lab.practiceId, draftId, "0".repeat(64), dentist.userId],
    );
    const { id } = await submit(rx({ draftId }));
    expect(await count("case_files", "case_id = $1 AND draft_id IS NULL AND name = 'scan.stl'", [id])).toBe(1);
    expect((await asActor(dentist, listDrafts)).map((d) => d.id)).not.toContain(draftId);
    const save = asActor(dentist, (tx) => saveDraft({ actor: dentist, tx }, { id: draftId, payload: blank }));
    expect(await refusalOf(save)).toMatchObject({ reason: "draft_submitted" });
  });

  test("two windows that send one draft make one case", async () => {
    const { id: draftId } = await draftOf(dentist);
    const outcomes = await Promise.allSettled([submit(rx({ draftId })), submit(rx({ draftId }))]);
    const lost = outcomes.find((o) => o.status === "rejected");
    expect(outcomes.filter((o) => o.status === "fulfilled")).toHaveLength(1);
    expect(lost?.reason).toMatchObject({ code: "conflict", reason: "draft_submitted" });
  });

  test("another person's draft", async () => {
    const foreign = await draftOf(other.actors.dentist, other.practiceId);
    const colleague = await draftOf(lab.actors.staff);
    for (const { id } of [foreign, colleague, { id: randomUUID() }]) {
      expect(await refusalOf(submit(rx({ draftId: id })))).toMatchObject({ code: "not_found" });
      const save = asActor(dentist, (tx) => saveDraft({ actor: dentist, tx }, { id, payload: blank }));
      expect(await refusalOf(save)).toMatchObject({ code: "not_found" });
      const discard = asActor(dentist, (tx) => discardDraft({ actor: dentist, tx }, { id }));
      expect(await refusalOf(discard)).toMatchObject({ code: "not_found" });
    }
  });
});
