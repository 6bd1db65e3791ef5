import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "@/lib/access/action";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { labToday } from "../../today";
import { addClosingDay } from "../closing-days";
import { closingDaysFrom } from "../queries";
import { closeOnHolidays, proposeHolidays } from "./propose-holidays";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
const nextYear = Number(labToday("Europe/London").slice(0, 4)) + 1;
const NEW_YEAR = `${nextYear}-01-01`;
const CHRISTMAS = `${nextYear}-12-25`;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
beforeEach(async () => {
  lab = await buildLab(owner);
});
afterAll(() => owner.release());

const as = <T>(work: (context: Context) => Promise<T>, of = lab) =>
  asActor(of.actors.manager, (tx) => work({ actor: of.actors.manager, tx }));
const close = (region: string | null, days: string[]) => as((c) => closeOnHolidays(c, { region, days }));
const closed = (of = lab) => as((c) => closingDaysFrom(c.tx, NEW_YEAR), of);

test("proposes what is to come until the end of next year, and says what is shut already or no working day", async () => {
  await as((c) => addClosingDay(c, { closedOn: CHRISTMAS, name: "Christmas" }));
  await owner.query(
    "UPDATE labs SET working_weekdays = array_remove('{1,2,3,4,5,6,7}'::int[], extract(isodow FROM $2::date)::int) WHERE id = $1",
    [lab.id, NEW_YEAR],
  );
  const { country, region, regions, days } = await as((c) => proposeHolidays(c, {}));
  expect([country, region]).toEqual(["United Kingdom", null]);
  expect(regions.map(({ label }) => label)).toContain("Scotland");
  expect(days.find(({ day }) => day === NEW_YEAR)).toMatchObject({ closed: null, works: false });
  expect(days.find(({ day }) => day === CHRISTMAS)).toMatchObject({ name: "Christmas Day", closed: "Christmas" });
  const today = labToday("Europe/London");
  expect(days.every(({ day }) => day > today && day <= `${nextYear}-12-31`)).toBe(true);
});

test("closes the lab on the chosen days once, by their own names, and remembers the part of the country", async () => {
  const days = [NEW_YEAR, `${nextYear}-01-02`];
  expect(await close("SCT", days)).toEqual({ added: 2 });
  expect((await closed()).map(({ closedOn, name }) => [closedOn, name])).toEqual([
    [NEW_YEAR, "New Year's Day"],
    [`${nextYear}-01-02`, expect.stringContaining("January 2nd")],
  ]);
  expect(await close("SCT", days)).toEqual({ added: 0 });
  expect((await as((c) => proposeHolidays(c, {}))).region).toBe("SCT");
  expect((await as((c) => proposeHolidays(c, { region: null }))).region).toBeNull();
});

test("refuses a day that is no holiday there and a part the country does not have, and touches no other lab", async () => {
  const other = await buildLab(owner);
  await expect(close("ENG", [CHRISTMAS, `${nextYear}-01-02`])).rejects.toMatchObject({
    fieldErrors: { days: expect.anything() },
  });
  await expect(as((c) => proposeHolidays(c, { region: "BY" }))).rejects.toMatchObject({
    fieldErrors: { region: expect.anything() },
  });
  await expect(close("BY", [CHRISTMAS])).rejects.toMatchObject({ fieldErrors: { region: expect.anything() } });
  expect(await closed()).toEqual([]);
  await close(null, [CHRISTMAS]);
  expect(await closed(other)).toEqual([]);
  expect((await as((c) => proposeHolidays(c, {}), other)).days.every(({ closed: shut }) => shut === null)).toBe(true);
});

test("a part of a country that the lab has left is no longer proposed", async () => {
  await close("SCT", [CHRISTMAS]);
  await owner.query("UPDATE labs SET country = 'LU' WHERE id = $1", [lab.id]);
  const { region, country, days } = await as((c) => proposeHolidays(c, {}));
  expect([region, country]).toEqual([null, "Luxembourg"]);
  expect(days.length).toBeGreaterThan(5);
});
