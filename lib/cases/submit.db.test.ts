import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { answerOnce } from "@/lib/access/idempotency";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { addDays, addWorkingDays, localNow } from "./due-date";
import { labCalendar } from "./lab-days";
import { type SubmissionInput, submissionSchema } from "./schema";
import { knownPatient } from "./submission-queries";
import { submitCase } from "./submit";
import { blankPatient, bridge, crown, prescription, submitAs } from "./testing/prescription";

const { ownerPool } = useDatabase();
let lab: BuiltLab;
let dentist: Actor;

beforeAll(async () => {
  const client = await ownerPool.connect();
  lab = await buildLab(client);
  client.release();
  dentist = lab.actors.dentist;
});

const rx = (changes: Record<string, unknown> = {}) => prescription(lab, changes);
const submit = (input: SubmissionInput, actor = dentist) => submitAs(actor, input);
const count = async (table: string, where = "true", values: unknown[] = []) =>
  (await ownerPool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`, values)).rows[0]?.n;

describe("a submitted prescription", () => {
  test("becomes a case with everything that belongs to it", async () => {
    const { id, number, dueOn, shipBy } = await submit(
      rx({
        items: [crown, bridge],
        patient: { ...blankPatient, reference: "P-1", birthYear: "1980", allergies: "Nickel" },
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
    const calendar = await asActor(dentist, (tx) => labCalendar(tx));
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
