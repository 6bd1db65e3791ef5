import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { openDraft } from "../drafts";
import { draftPayloadSchema } from "../schema";
import { earlierCases, earlierRx } from "../submission-copy";
import { blankPatient, bridge, crown, prescription, refusalOf, submitAs } from "../testing/prescription";
import { DEFAULT_RULES } from "./defaults";
import { replaceRules, setDemand } from "./edit-rules";
import { NO_PREFERENCES } from "./preferences";
import { particularRules } from "./rules-of-lab";
import { preferencesOf, setPreferences } from "./standing-preferences";

const db = useDatabase();
let lab: BuiltLab;
let other: BuiltLab;
const dentist = () => lab.actors.dentist;
const manager = () => lab.actors.manager;

beforeAll(async () => {
  const client = await db.ownerPool.connect();
  lab = await buildLab(client);
  other = await buildLab(client);
  client.release();
});

type Rule = Parameters<typeof setDemand>[1];
const set = (rule: Rule, actor: Actor = manager()) => asActor(actor, (tx) => setDemand({ actor, tx }, rule));
const reset = () =>
  asActor(manager(), (tx) =>
    replaceRules(
      { actor: manager(), tx },
      { procedureType: "crowns", rules: DEFAULT_RULES.filter((r) => r.procedureType === "crowns") },
    ),
  );
const submit = (items: readonly unknown[], changes: Record<string, unknown> = {}) =>
  submitAs(dentist(), prescription(lab, { items, ...changes }));
const crowns = { procedureType: "crowns", material: null } as const;

describe("rules that a manager changes", () => {
  test("hold for the next submission, and the field is named", async () => {
    await submit([crown]);
    expect(await set({ ...crowns, particular: "contact", demand: "required" })).toMatchObject({ demand: "asked" });
    const refusal = await refusalOf(submit([crown]));
    expect(refusal).toMatchObject({ code: "invalid", reason: "incomplete" });
    expect(refusal.fields).toEqual({ "items.0.contact": [expect.stringContaining("contacts")] });
    await submit([{ ...crown, contact: "light" }]);
    await reset();
    await submit([crown]);
  });

  test("what is hidden is refused when it is sent all the same", async () => {
    const gold = { ...crown, material: "full_cast_gold" };
    expect((await refusalOf(submit([gold]))).fields).toHaveProperty(["items.0.shade"]);
    await submit([{ ...gold, shade: "" }]);
  });

  test("an exception of one material stands before the rule for all, until it is taken away", async () => {
    const of = { procedureType: "crowns", material: "zirconia_full", particular: "stump_shade" } as const;
    await set({ ...of, demand: "required" });
    expect((await refusalOf(submit([crown]))).fields).toHaveProperty(["items.0.stumpShade"]);
    await submit([{ ...crown, material: "pfm" }]);
    expect(await set({ ...of, demand: null })).toMatchObject({ demand: "required" });
    await submit([crown]);
  });

  test("a rule that there was none of is taken back like any other", async () => {
    const of = { procedureType: "retainers", material: null, particular: "contact" } as const;
    const before = await set({ ...of, demand: "required" });
    expect(before.demand).toBeNull();
    await set(before);
    const rules = await asActor(manager(), (tx) => particularRules(tx));
    expect(rules.filter((r) => r.procedureType === "retainers" && r.particular === "contact")).toEqual([]);
  });

  test("are the defaults in a new lab; reset answers what they were, so that it can be taken back", async () => {
    const rules = () => asActor(manager(), (tx) => particularRules(tx));
    const sorted = (all: readonly object[]) => all.map((r) => JSON.stringify(Object.entries(r).sort())).sort();
    expect(sorted(await rules())).toEqual(sorted(DEFAULT_RULES));
    await set({ ...crowns, particular: "shade", demand: "asked" });
    const { rules: before } = await reset();
    expect(before).toContainEqual({ ...crowns, particular: "shade", demand: "asked" });
    expect(sorted(await rules())).toEqual(sorted(DEFAULT_RULES));
  });

  test.each<[string, Rule, string]>([
    ["a pontic of a crown", { ...crowns, particular: "pontic_design", demand: "asked" }, "particular"],
    ["a hidden material", { ...crowns, particular: "material", demand: "hidden" }, "demand"],
    ["a crown of wax", { ...crowns, material: "wax", particular: "shade", demand: "asked" }, "material"],
    ["no rule about the material", { ...crowns, particular: "material", demand: null }, "demand"],
  ])("%s is refused", async (_, rule, field) => {
    expect((await refusalOf(set(rule))).fields).toHaveProperty(field);
  });

  test("are each lab's own", async () => {
    await set({ ...crowns, particular: "contact", demand: "required" }, other.actors.manager);
    await submit([crown]);
  });
});

describe("a shade photo that is required", () => {
  test("keeps the case waiting until the draft has one", async () => {
    const actor = dentist();
    await set({ ...crowns, particular: "shade_photo", demand: "required" });
    const payload = draftPayloadSchema.parse({
      dentistId: "",
      patient: blankPatient,
      items: [],
      urgency: "standard",
      wantedOn: "",
      impression: "digital_scan",
      instructions: "",
    });
    const { id: draftId } = await asActor(actor, (tx) =>
      openDraft({ actor, tx }, { practiceId: lab.practiceId, payload }),
    );
    const refusal = await refusalOf(submit([crown], { draftId }));
    expect(refusal.fields).toEqual({ files: [expect.stringContaining("photo")] });
    const addFile = (kind: string) =>
      db.ownerPool.query(
        `INSERT INTO case_files (lab_id, practice_id, draft_id, name, kind, media_type, size_bytes, sha256, store_key, uploaded_by_id)
         VALUES ($1, $2, $3, 'a', $4, 'image/jpeg', 1, repeat('0', 64), $5, $6)`,
        [lab.id, lab.practiceId, draftId, kind, randomUUID(), actor.userId],
      );
    await addFile("document");
    expect((await refusalOf(submit([crown], { draftId }))).fields).toHaveProperty("files");
    await addFile("photo");
    await submit([crown], { draftId });
    await reset();
  });
});

const full = {
  ...crown,
  shadeCervical: "A3.5",
  shadeIncisal: "A1",
  stumpShade: "ND3",
  contact: "tight",
  occlusion: "light",
  notes: "Stain the fissures",
};

describe("a copy of an earlier case", () => {
  test("has its items with every particular, its words and what comes along; the lab and the practice find it", async () => {
    const patient = { ...blankPatient, reference: `Copy ${randomUUID()}`, birthYear: "1980" };
    const made = await submit([full, bridge], { patient, instructions: "As last time", enclosures: ["articulator"] });
    for (const actor of [dentist(), lab.actors.staff]) {
      const [found] = await asActor(actor, (tx) =>
        earlierCases({ actor, tx }, { practiceId: lab.practiceId, query: patient.reference.toUpperCase() }),
      );
      expect(found).toMatchObject({ id: made.id, number: made.number });
      const copy = await asActor(actor, (tx) =>
        earlierRx({ actor, tx }, { practiceId: lab.practiceId, caseId: made.id }),
      );
      expect(copy).toMatchObject({ items: [full, bridge], instructions: "As last time", enclosures: ["articulator"] });
      expect(copy.patient).toMatchObject({ reference: patient.reference, birthYear: "1980" });
      expect(copy).not.toHaveProperty("wantedOn");
      await submitAs(actor, prescription(lab, { ...copyable(copy) }));
    }
  });

  test("is not had of another practice's case, nor of another lab's", async () => {
    const made = await submit([crown]);
    const of = (actor: Actor, practiceId: string) =>
      refusalOf(asActor(actor, (tx) => earlierRx({ actor, tx }, { practiceId, caseId: made.id })));
    expect(await of(dentist(), randomUUID())).toMatchObject({ code: "not_found" });
    expect(await of(other.actors.dentist, lab.practiceId)).toMatchObject({ code: "not_found" });
  });
});

const copyable = ({ items, instructions, enclosures, impression }: Awaited<ReturnType<typeof earlierRx>>) => ({
  items,
  instructions,
  enclosures,
  impression,
});

describe("standing preferences", () => {
  const wants = { ...NO_PREFERENCES, materials: { crowns: "pfm" as const }, contact: "tight" as const };
  const save = (actor: Actor, dentistId = lab.dentistId, practiceId = lab.practiceId) =>
    asActor(actor, (tx) => setPreferences({ actor, tx }, { dentistId, practiceId, preferences: wants }));

  test("are kept by the practice's people and by the lab, and answer what they were", async () => {
    expect(await save(dentist())).toEqual({ before: NO_PREFERENCES });
    expect(await save(lab.actors.staff)).toEqual({ before: wants });
    const read = await asActor(dentist(), (tx) => preferencesOf(tx, [lab.dentistId]));
    expect(read).toEqual({ [lab.dentistId]: wants });
  });

  test("are not another practice's or lab's to change", async () => {
    expect(await refusalOf(save(dentist(), other.dentistId))).toMatchObject({ code: "not_found" });
    expect(await refusalOf(save(other.actors.dentist))).toMatchObject({ code: "not_found" });
  });

  test("a practice changes nothing else about its dentists", async () => {
    const rename = asActor(dentist(), (tx) => tx.execute(sql`UPDATE dentist_profiles SET full_name = 'Somebody else'`));
    await expect(rename).rejects.toThrow(/permission denied/);
  });

  test("that are of an older shape read as none", async () => {
    await db.ownerPool.query(`UPDATE dentist_profiles SET preferences = '{"contact": "wobbly"}' WHERE id = $1`, [
      lab.dentistId,
    ]);
    const read = await asActor(dentist(), (tx) => preferencesOf(tx, [lab.dentistId]));
    expect(read[lab.dentistId]).toEqual(NO_PREFERENCES);
  });
});
