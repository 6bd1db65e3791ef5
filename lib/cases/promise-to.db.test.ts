import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { addDays, addWorkingDays } from "./due-date";
import { labCalendar } from "./lab-days";
import { promiseOf } from "./promise";
import { nextHandover } from "./promise-days";
import { promiseTerms } from "./promise-terms";
import { prescription, refusalOf, submitAs } from "./testing/prescription";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
beforeEach(async () => {
  lab = await buildLab(owner);
});
afterAll(() => owner.release());

/** The days of a crown as the form would show them now. */
async function shown() {
  const { rows } = await owner.query(
    "SELECT id, name, rush_days AS \"rushDays\" FROM workflow_templates WHERE lab_id = $1 AND name = 'Crown'",
    [lab.id],
  );
  const terms = await asActor(lab.actors.dentist, (tx) => promiseTerms(tx, lab.practiceId));
  const asked = { items: [{ template: rows[0], units: 1 }], physicalImpression: false };
  const of = (urgency: "standard" | "rush") => promiseOf(terms, { ...asked, urgency }, new Date());
  return { standard: of("standard"), rush: of("rush"), terms };
}
const capacity = (key: string, units: number) =>
  owner.query("UPDATE departments SET daily_capacity_units = $3 WHERE lab_id = $1 AND key = $2", [lab.id, key, units]);
const submit = (changes: Record<string, unknown> = {}) => submitAs(lab.actors.dentist, prescription(lab, changes));

test("a case gets the day that the form showed", async () => {
  const { standard } = await shown();
  expect(await submit({ promisedOn: standard.dueOn })).toMatchObject({
    dueOn: standard.dueOn,
    shipBy: standard.shipBy,
  });
});

test("work that fills a department moves the next promise, and rush passes it", async () => {
  await capacity("cam", 1);
  const before = await shown();
  await submit();
  const { standard, rush } = await shown();
  expect(standard.dueOn > before.standard.dueOn).toBe(true);
  expect(standard.full).toMatchObject([{ department: "Milling" }]);
  expect(rush.dueOn).toBe(before.rush.dueOn);
});

test("of several who saw the same last place, one gets it and the others are told the new day", async () => {
  await capacity("cam", 1);
  const { standard } = await shown();
  const answers = await Promise.allSettled(Array.from({ length: 3 }, () => submit({ promisedOn: standard.dueOn })));
  expect(answers.map((a) => a.status).toSorted()).toEqual(["fulfilled", "rejected", "rejected"]);
  const refused = answers.find((a) => a.status === "rejected");
  const words = refused?.reason.fieldErrors.wantedOn[0] as string;
  expect(words).toMatch(/^The earliest day has moved since you saw it\. .*Milling is full on .* The earliest is /);
  expect((await owner.query("SELECT 1 FROM cases WHERE lab_id = $1", [lab.id])).rowCount).toBe(1);
  const now = await shown();
  await submit({ promisedOn: now.standard.dueOn });
});

test("a wanted day before the earliest is refused with the reason and the day", async () => {
  await capacity("cam", 1);
  for (let i = 0; i < 3; i++) await submit();
  const { standard, terms } = await shown();
  const wantedOn = addWorkingDays(standard.dueOn, -1, terms.calendar);
  const { fields } = await refusalOf(submit({ wantedOn }));
  expect(fields?.wantedOn?.[0]).toMatch(
    /^This is earlier than the lab can make it\. .*Milling is full on .* The earliest is /,
  );
  expect(await submit({ wantedOn: standard.dueOn })).toMatchObject({ dueOn: standard.dueOn });
});

test("a day on which the practice is shut is neither promised nor accepted", async () => {
  const { standard, terms } = await shown();
  const until = addDays(standard.dueOn, 6);
  await owner.query(
    "INSERT INTO practice_closing_days (lab_id, practice_id, closed_from, closed_to, name) VALUES ($1, $2, $3, $4, 'Holiday')",
    [lab.id, lab.practiceId, standard.dueOn, until],
  );
  const opens = nextHandover(addDays(until, 1), terms.calendar, { closedWeekdays: [], closings: [] }).day;
  expect((await shown()).standard.dueOn).toBe(opens);
  expect((await refusalOf(submit({ wantedOn: standard.dueOn }))).fields?.wantedOn?.[0]).toContain("(Holiday)");
  expect(await submit()).toMatchObject({ dueOn: opens });
  await owner.query(`UPDATE practices SET opening_hours = '{"monday": [["09:00", "17:00"]]}' WHERE id = $1`, [
    lab.practiceId,
  ]);
  const calendar = await asActor(lab.actors.dentist, (tx) => labCalendar(tx));
  const { dueOn } = await submit();
  expect(new Date(`${dueOn}T00:00:00Z`).getUTCDay()).toBe(1);
  expect(calendar.closingDays).toEqual([]);
});

test("where rush does not pass, it waits like all work", async () => {
  await capacity("cad", 1);
  await owner.query("UPDATE labs SET rush_passes_queue = false WHERE id = $1", [lab.id]);
  const before = await shown();
  for (let i = 0; i < 3; i++) await submit();
  expect((await shown()).rush.dueOn > before.rush.dueOn).toBe(true);
});

test("held work counts again once it is released", async () => {
  await capacity("cam", 1);
  const before = await shown();
  const made = await buildCase(owner, lab, [{ procedureType: "crowns", teeth: [14] }]);
  const dueOn = async () => (await shown()).standard.dueOn;
  expect((await dueOn()) > before.standard.dueOn).toBe(true);
  await owner.query("UPDATE cases SET status = 'on_hold' WHERE id = $1", [made.id]);
  expect(await dueOn()).toBe(before.standard.dueOn);
});
