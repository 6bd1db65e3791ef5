import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { Refusal } from "@/lib/access/errors";
import { answerOnce } from "@/lib/access/idempotency";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { discardDraft, openDraft, restoreDraft, saveDraft } from "./drafts";
import { addDays, addWorkingDays, localNow } from "./due-date";
import { labCalendar } from "./lab-days";
import { type DraftPayload, type SubmissionInput, submissionSchema } from "./schema";
import { draftById, knownPatient, listDrafts, submissionTerms } from "./submission-queries";
import { submitCase } from "./submit";

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

const crown = {
  procedureType: "crowns",
  material: "zirconia_full",
  shade: "A2",
  arch: "",
  teeth: [{ tooth: 14, role: "single" }],
  implantSystem: "",
  implantPlatform: "",
  implantRetention: "",
  notes: "",
} as const;
const bridge = {
  ...crown,
  procedureType: "bridges",
  material: "pfm",
  teeth: [
    { tooth: 24, role: "abutment" },
    { tooth: 25, role: "pontic" },
    { tooth: 26, role: "abutment" },
  ],
} as const;

const rxPatient = { reference: "P", fullName: "", sex: "", birthYear: "", allergies: "" };

const rx = (changes: Record<string, unknown> = {}): SubmissionInput =>
  ({
    draftId: null,
    practiceId: lab.practiceId,
    dentistId: lab.dentistId,
    patient: { reference: randomUUID(), fullName: "", sex: "", birthYear: "", allergies: "" },
    items: [crown],
    urgency: "standard",
    wantedOn: "",
    impression: "digital_scan",
    instructions: "",
    idempotencyKey: randomUUID(),
    ...changes,
  }) as unknown as SubmissionInput;

const submit = (input: SubmissionInput, actor = dentist) =>
  asActor(actor, (tx) => submitCase({ actor, tx }, submissionSchema.parse(input)));

const refusalOf = (attempt: Promise<unknown>) =>
  attempt.then(
    () => expect.fail("It was not refused."),
    (error) =>
      error instanceof Refusal ? { code: error.code, reason: error.reason, fields: error.fieldErrors } : error,
  );

const blank: DraftPayload = {
  dentistId: "",
  patient: { reference: "P-7", fullName: "", sex: "", birthYear: "", allergies: "" },
  items: [],
  urgency: "standard",
  wantedOn: "",
  impression: "physical",
  instructions: "half a sen",
};
const draftOf = (actor: Actor, practiceId = lab.practiceId) =>
  asActor(actor, (tx) => openDraft({ actor, tx }, { practiceId, payload: blank }));

const count = async (table: string, where = "true", values: unknown[] = []) =>
  (await ownerPool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`, values)).rows[0]?.n;

describe("a submitted prescription", () => {
  test("becomes a case with everything that belongs to it", async () => {
    const { id, number, dueOn, shipBy } = await submit(
      rx({
        items: [crown, bridge],
        patient: { ...rx().patient, reference: "P-1", birthYear: "1980", allergies: "Nickel" },
      }),
    );
    expect(number).toMatch(/^C-\d{4}-\d{6}$/);
    const { rows: items } = await ownerPool.query(
      `SELECT i.position, i.procedure_type, i.units, i.stage, i.status, t.name AS template,
         array_agg(ct.tooth || ' ' || ct.role ORDER BY ct.tooth) AS teeth, s.stage AS waits_at, s.status AS stage_status, d.key AS department
       FROM case_items i JOIN workflow_templates t ON t.id = i.template_id JOIN case_item_teeth ct ON ct.item_id = i.id
       JOIN workflow_stages s ON s.item_id = i.id JOIN departments d ON d.id = s.department_id
       WHERE i.case_id = $1 GROUP BY i.id, t.id, s.id, d.id ORDER BY i.position`,
      [id],
    );
    expect(items).toEqual([
      expect.objectContaining({
        position: 1,
        procedure_type: "crowns",
        units: 1,
        template: "Crown",
        teeth: ["14 single"],
        department: "front_desk",
      }),
      expect.objectContaining({
        position: 2,
        units: 3,
        template: "Bridge",
        teeth: ["24 abutment", "25 pontic", "26 abutment"],
        waits_at: "receiving",
        stage_status: "pending",
      }),
    ]);
    const { rows: events } = await ownerPool.query(
      "SELECT kind, audience, data, actor_name FROM case_events WHERE case_id = $1",
      [id],
    );
    expect(events).toEqual([
      { kind: "submitted", audience: "shared", data: { number, items: 2, dueOn }, actor_name: dentist.name },
    ]);
    const { rows: topics } = await ownerPool.query(
      "SELECT payload ->> 'topic' AS topic FROM outbox WHERE topic = 'live' ORDER BY created_at, topic",
    );
    expect(topics.map((t) => t.topic)).toEqual(
      expect.arrayContaining(["queue", "board", "cases", `portal:${lab.practiceId}`]),
    );
    // The bridge takes longest: 7 working days, one more on the way, from today or the next working day.
    const calendar = await asActor(dentist, labCalendar);
    const { day, time } = localNow(new Date(), "Europe/London");
    const start =
      time >= calendar.closesAt ? addWorkingDays(addDays(day, 1), 0, calendar) : addWorkingDays(day, 0, calendar);
    expect(shipBy).toBe(addWorkingDays(start, 7, calendar));
    expect(dueOn).toBe(addWorkingDays(start, 8, calendar));
  });

  test("takes the template of its material before the general one", async () => {
    const { id } = await submit(rx({ items: [{ ...crown, material: "zirconia_layered" }] }));
    expect(
      await count(
        "case_items i JOIN workflow_templates t ON t.id = i.template_id",
        "i.case_id = $1 AND t.name = 'Crown, layered zirconia'",
        [id],
      ),
    ).toBe(1);
  });

  test("reuses a patient by reference, in any case of letters, and loses nothing known", async () => {
    await submit(
      rx({ patient: { reference: "Kim-9", fullName: "Kim", sex: "", birthYear: "1990", allergies: "Latex" } }),
    );
    await submit(rx({ patient: { reference: "KIM-9", fullName: "", sex: "female", birthYear: "", allergies: "" } }));
    const { rows } = await ownerPool.query(
      "SELECT reference, full_name, sex, birth_year, allergies FROM patients WHERE lower(reference) = 'kim-9'",
    );
    expect(rows).toEqual([
      { reference: "Kim-9", full_name: "Kim", sex: "female", birth_year: 1990, allergies: "Latex" },
    ]);
    const known = await asActor(dentist, (tx) =>
      knownPatient({ actor: dentist, tx }, { practiceId: lab.practiceId, reference: "kim-9" }),
    );
    expect(known).toMatchObject({ fullName: "Kim", cases: 2 });
  });

  test("a front desk enters it for a practice", async () => {
    const { id } = await submit(rx(), lab.actors.staff);
    expect(
      await count("cases", "id = $1 AND submitted_by_id = $2 AND practice_id = $3", [
        id,
        lab.actors.staff.userId,
        lab.practiceId,
      ]),
    ).toBe(1);
  });
});

describe("at once", () => {
  test("64 submissions get 64 numbers without a gap", async () => {
    const done = await Promise.all(Array.from({ length: 64 }, () => submit(rx())));
    const numbers = done.map((d) => Number(d.number.slice(7))).sort((a, b) => a - b);
    expect(new Set(numbers).size).toBe(64);
    expect((numbers.at(-1) as number) - (numbers[0] as number)).toBe(63);
    const { rows } = await ownerPool.query("SELECT value FROM lab_counters WHERE lab_id = $1 AND kind = 'case'", [
      lab.id,
    ]);
    expect(rows[0].value).toBe(numbers.at(-1));
    expect(await count("cases", "lab_id = $1", [lab.id])).toBe(numbers.at(-1));
  });

  test("the same submission twice is one case", async () => {
    const input = rx();
    const once = () =>
      asActor(dentist, (tx) =>
        answerOnce(
          tx,
          { userId: dentist.userId, key: input.idempotencyKey, command: "submitCase", requestHash: "h" },
          () => submitCase({ actor: dentist, tx }, submissionSchema.parse(input)),
        ),
      );
    const [a, b] = await Promise.all([once(), once()]);
    expect(b).toEqual(a);
    expect(
      await count("cases c JOIN patients p ON p.id = c.patient_id", "p.reference = $1", [input.patient.reference]),
    ).toBe(1);
  });

  test("two windows that send one draft make one case", async () => {
    const { id: draftId } = await draftOf(dentist);
    const outcomes = await Promise.allSettled([submit(rx({ draftId })), submit(rx({ draftId }))]);
    const lost = outcomes.find((o) => o.status === "rejected");
    expect(outcomes.filter((o) => o.status === "fulfilled")).toHaveLength(1);
    expect(lost?.reason).toMatchObject({ code: "conflict", reason: "draft_submitted" });
  });

  test("a refused submission leaves nothing, not even a number", async () => {
    const before = [await count("cases"), await count("patients"), await count("outbox")];
    const counter = () =>
      ownerPool.query("SELECT value FROM lab_counters WHERE lab_id = $1 AND kind = 'case'", [lab.id]);
    const value = (await counter()).rows[0].value;
    const failing = asActor(dentist, async (tx) => {
      await submitCase({ actor: dentist, tx }, submissionSchema.parse(rx()));
      throw new Error("the line went dead");
    });
    await expect(failing).rejects.toThrow("the line went dead");
    expect([await count("cases"), await count("patients"), await count("outbox")]).toEqual(before);
    expect((await counter()).rows[0].value).toBe(value);
  });
});

describe("what is not one's own does not exist", () => {
  test("a practice of another lab, or of another practice in this one", async () => {
    expect(await refusalOf(submit(rx({ practiceId: other.practiceId })))).toMatchObject({ code: "not_found" });
    const { rows } = await ownerPool.query(
      "INSERT INTO practices (lab_id, code, name, address_line1, postcode) VALUES ($1, 'X', 'Next door', '2 High Street', 'G1 1AB') RETURNING id",
      [lab.id],
    );
    expect(await refusalOf(submit(rx({ practiceId: rows[0].id })))).toMatchObject({ code: "not_found" });
    expect(await refusalOf(submit(rx({ practiceId: rows[0].id }), lab.actors.staff))).toMatchObject({
      code: "not_found",
      fields: { dentistId: expect.anything() },
    });
  });

  test("a dentist of another lab", async () => {
    expect(await refusalOf(submit(rx({ dentistId: other.dentistId })))).toMatchObject({ code: "not_found" });
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

  test("a patient of another practice", async () => {
    await submit(
      {
        ...rx({ practiceId: other.practiceId, dentistId: other.dentistId }),
        patient: { reference: "theirs", fullName: "Secret", sex: "", birthYear: "", allergies: "" },
      },
      other.actors.dentist,
    );
    const look = asActor(dentist, (tx) =>
      knownPatient({ actor: dentist, tx }, { practiceId: other.practiceId, reference: "theirs" }),
    );
    expect(await look).toBeNull();
  });
});

describe("days", () => {
  test.each([
    ["2020-01-06", "past"],
    ["today", "earlier"],
    ["a Sunday", "does not deliver"],
    ["2099-01-05", "more than a year"],
  ])("%s is refused at the field", async (day, words) => {
    const today = localNow(new Date(), "Europe/London").day;
    const sunday = () => {
      let at = addDays(today, 60);
      while (new Date(`${at}T00:00:00Z`).getUTCDay() !== 0) at = addDays(at, 1);
      return at;
    };
    const wantedOn = day === "today" ? today : day === "a Sunday" ? sunday() : day;
    const refusal = await refusalOf(submit(rx({ wantedOn })));
    expect(refusal).toMatchObject({ code: "invalid", fields: { wantedOn: [expect.stringContaining(words)] } });
  });

  test("a wanted day is kept, shipped its transit days before, and closing days are not days", async () => {
    const terms = await asActor(dentist, (tx) => submissionTerms(tx, lab.practiceId));
    const today = localNow(new Date(), "Europe/London").day;
    const wantedOn = addWorkingDays(addDays(today, 30), 0, terms.calendar);
    const before = addWorkingDays(wantedOn, -1, terms.calendar);
    await ownerPool.query("INSERT INTO lab_closing_days (lab_id, closed_on, name) VALUES ($1, $2, 'Stocktaking')", [
      lab.id,
      before,
    ]);
    const { id, dueOn, shipBy } = await submit(rx({ wantedOn }));
    expect(dueOn).toBe(wantedOn);
    expect(shipBy).toBe(addWorkingDays(wantedOn, -2, terms.calendar));
    expect(await count("cases", "id = $1 AND wanted_on = $2", [id, wantedOn])).toBe(1);
  });
});

describe("input that cannot be", () => {
  const messages = (changes: Record<string, unknown>) => {
    const parsed = submissionSchema.safeParse(rx(changes));
    return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join("."));
  };
  test.each<[string, Record<string, unknown>, string[]]>([
    ["an unknown key", { isAdmin: true }, [""]],
    ["an unknown key of an item", { items: [{ ...crown, price: 0 }] }, ["items.0"]],
    ["an operator where an id belongs", { practiceId: { not: null } }, ["practiceId"]],
    ["no items", { items: [] }, ["items"]],
    [
      "too many items",
      {
        items: Array.from({ length: 33 }, () => ({
          ...crown,
          procedureType: "repairs",
          arch: "upper",
          teeth: [],
          shade: "",
          material: "",
          notes: "x",
        })),
      },
      ["items"],
    ],
    ["tooth 19", { items: [{ ...crown, teeth: [{ tooth: 19, role: "single" }] }] }, ["items.0.teeth"]],
    ["tooth 1e9", { items: [{ ...crown, teeth: [{ tooth: 1e9, role: "single" }] }] }, ["items.0.teeth"]],
    ["a missing shade", { items: [crown, { ...bridge, shade: "" }] }, ["items.1.shade"]],
    ["two crowns on a tooth", { items: [crown, crown] }, ["items.1.teeth"]],
    ["10 MB of instructions", { instructions: "x".repeat(10_000_000) }, ["instructions"]],
    ["a day that is none", { wantedOn: "2026-02-31" }, ["wantedOn"]],
    ["a year to come", { patient: { ...rxPatient, birthYear: "2999" } }, ["patient.birthYear"]],
    ["no reference", { patient: { ...rxPatient, reference: "   " } }, ["patient.reference"]],
  ])("%s", (_, changes, paths) => expect(messages(changes)).toEqual(paths));

  test("a type the lab has stopped making is said at its field", async () => {
    await ownerPool.query(
      "UPDATE workflow_templates SET is_active = false WHERE lab_id = $1 AND procedure_type = 'models'",
      [lab.id],
    );
    const model = { ...crown, procedureType: "models", material: "", shade: "", arch: "upper", teeth: [] };
    expect(await refusalOf(submit(rx({ items: [crown, model] })))).toMatchObject({
      fields: { "items.1.procedureType": expect.anything() },
    });
  });

  test("a practice that was stopped", async () => {
    await ownerPool.query("UPDATE practices SET status = 'suspended' WHERE id = $1", [other.practiceId]);
    const attempt = submit(rx({ practiceId: other.practiceId, dentistId: other.dentistId }), other.actors.dentist);
    expect(await refusalOf(attempt)).toMatchObject({ code: "conflict", reason: "practice_not_active" });
  });
});

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
});
