import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { changeCapacity } from "./change-capacity";
import { changeHours } from "./change-hours";
import { addClosingDay, removeClosingDay, restoreClosingDay } from "./closing-days";
import { capacities, closingDaysFrom, labHours } from "./queries";
import { capacitySchema, labHoursSchema } from "./schema";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let other: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
beforeEach(async () => {
  lab = await buildLab(owner);
  other = await buildLab(owner);
});
afterAll(() => owner.release());

const as = <T>(work: (context: Context) => Promise<T>, of = lab) =>
  asActor(of.actors.manager, (tx) => work({ actor: of.actors.manager, tx }));
const hours = (changes: Partial<z.input<typeof labHoursSchema>> = {}) =>
  as(async (c) => changeHours(c, labHoursSchema.parse({ ...(await labHours(c.tx)), ...changes })));

test("hours and working days change for the lab alone, and not over another's change", async () => {
  const { seenAt } = await as((c) => labHours(c.tx));
  await hours({ workingWeekdays: [6, 1, 1], opensAt: "07:30", closesAt: "16:00", rushPassesQueue: false });
  expect(await as((c) => labHours(c.tx))).toMatchObject({
    workingWeekdays: [1, 6],
    opensAt: "07:30",
    closesAt: "16:00",
    rushPassesQueue: false,
  });
  expect(await as((c) => labHours(c.tx), other)).toMatchObject({ closesAt: "18:00", rushPassesQueue: true });
  await expect(hours({ seenAt })).rejects.toMatchObject({ reason: "stale" });
});

test.each([{ workingWeekdays: [] }, { workingWeekdays: [8] }, { closesAt: "07:00" }, { opensAt: "25:00" }])(
  "refuses %o",
  (wrong) => {
    const fine = {
      seenAt: new Date().toISOString(),
      workingWeekdays: [1],
      opensAt: "08:00",
      closesAt: "18:00",
      rushPassesQueue: true,
    };
    expect(labHoursSchema.safeParse(fine).success).toBe(true);
    expect(labHoursSchema.safeParse({ ...fine, ...wrong }).success).toBe(false);
  },
);

test("a closing day is added once, removed and put back", async () => {
  const closedOn = "2099-12-25";
  const { id } = await as((c) => addClosingDay(c, { closedOn, name: "Christmas Day" }));
  const days = () => as((c) => closingDaysFrom(c.tx, "2099-01-01"));
  expect(await days()).toEqual([{ id, closedOn, name: "Christmas Day" }]);
  await expect(as((c) => addClosingDay(c, { closedOn, name: "Again" }))).rejects.toMatchObject({
    fieldErrors: { closedOn: ["The lab is closed on this day already."] },
  });
  await expect(as((c) => addClosingDay(c, { closedOn: "2020-01-01", name: "Past" }))).rejects.toMatchObject({
    fieldErrors: { closedOn: ["This day is past."] },
  });
  await expect(as((c) => removeClosingDay(c, { id }), other)).rejects.toMatchObject({ code: "not_found" });
  await as((c) => removeClosingDay(c, { id }));
  expect(await days()).toEqual([]);
  await as((c) => restoreClosingDay(c, { id }));
  expect(await days()).toHaveLength(1);
  await as((c) => removeClosingDay(c, { id }));
  await as((c) => addClosingDay(c, { closedOn, name: "Anew" }));
  await expect(as((c) => restoreClosingDay(c, { id }))).rejects.toMatchObject({ reason: "closed_already" });
});

test("a department's capacity is a number of units or none", async () => {
  const [department] = await as((c) => capacities(c.tx));
  const id = department?.id ?? "";
  const set = (units: string, of = lab) => as((c) => changeCapacity(c, capacitySchema.parse({ id, units })), of);
  await set("12");
  expect((await as((c) => capacities(c.tx))).find((d) => d.id === id)?.units).toBe(12);
  await set("");
  expect((await as((c) => capacities(c.tx))).find((d) => d.id === id)?.units).toBeNull();
  await expect(set("5", other)).rejects.toMatchObject({ code: "not_found" });
  for (const units of ["0", "-1", "1.5", "many"]) expect(capacitySchema.safeParse({ id, units }).success).toBe(false);
});
