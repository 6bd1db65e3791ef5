import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { addDays, addWorkingDays, localNow } from "./due-date";
import type { SubmissionInput } from "./schema";
import { knownPatient, submissionTerms } from "./submission-queries";
import { crown, prescription, refusalOf, submitAs } from "./testing/prescription";

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
const count = async (table: string, where = "true", values: unknown[] = []) =>
  (await ownerPool.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table} WHERE ${where}`, values)).rows[0]?.n;

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

describe("the dentists to choose from", () => {
  test("are those who prescribe there on the lab's own day", async () => {
    const choices = async () =>
      (await asActor(dentist, (tx) => submissionTerms(tx, lab.practiceId))).dentists.map(({ id }) => id);
    const today = localNow(new Date(), "Europe/London").day;
    const terms = (from: string | null, to: string | null) =>
      ownerPool.query("UPDATE practice_dentists SET started_on = $2, ended_on = $3 WHERE dentist_id = $1", [
        lab.dentistId,
        from,
        to,
      ]);
    await terms(addDays(today, 1), null);
    expect(await choices()).toEqual([]);
    await terms(null, addDays(today, -1));
    expect(await choices()).toEqual([]);
    await terms(today, today);
    expect(await choices()).toEqual([lab.dentistId]);
    await terms(null, null);
  });
});

describe("is refused", () => {
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
