import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Actor, systemActor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { mailAppointment } from "./mail-appointment";
import { leftOutOf } from "./repeat";
import { made } from "./testing";

const database = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let manager: Actor;

beforeAll(async () => {
  owner = await database.ownerPool.connect();
  lab = await buildLab(owner);
  manager = lab.actors.manager;
  for (const [day, name] of [
    ["2029-03-20", "Inventory"],
    ["2029-04-03", "Easter Tuesday"],
  ])
    await owner.query("INSERT INTO lab_closing_days (lab_id, closed_on, name) VALUES ($1, $2, $3)", [
      lab.id,
      day,
      name,
    ]);
});
afterAll(() => owner.release());

const weekly = (more: object) => made(manager, { startsAt: "10:00", endsAt: "11:00", repeat: "weekly", ...more });

it("a series leaves out the lab's closing days and says which, and so does its calendar file", async () => {
  const series = await weekly({
    day: "2029-03-13",
    endDay: "2029-03-13",
    until: "2029-04-10",
    guests: [{ name: "Dr Ana Ruiz", email: "ruiz@practice.test" }],
  });
  expect(series).toMatchObject({
    count: 3,
    leftOut: [
      { day: "2029-03-20", name: "Inventory" },
      { day: "2029-04-03", name: "Easter Tuesday" },
    ],
  });
  const days = await owner.query(
    "SELECT to_char(starts_at AT TIME ZONE 'UTC', 'MM-DD HH24:MI') AS at FROM appointments WHERE lab_id = $1 ORDER BY 1",
    [lab.id],
  );
  expect(days.rows.map(({ at }) => at)).toEqual(["03-13 10:00", "03-27 09:00", "04-10 09:00"]);
  const machinery = systemActor(manager.lab);
  await asActor(machinery, (tx) => mailAppointment({ actor: machinery, tx }, { appointmentId: series.id }));
  const mail = await owner.query<{ base64: string }>(
    "SELECT attachments -> 0 ->> 'base64' AS base64 FROM mail_messages WHERE lab_id = $1",
    [lab.id],
  );
  const file = Buffer.from(mail.rows[0]?.base64 ?? "", "base64")
    .toString()
    .replaceAll(/\r\n[ \t]/g, "");
  expect(file).toMatch(/EXDATE;TZID=Europe\/London:20290320T100000,20290403T100000\r\n/);
  expect(file).toContain("DTSTART;TZID=Europe/London:20290313T100000\r\n");
});

it("a series whose first day is a closing day begins at the next; one of closing days alone is refused", async () => {
  const later = await weekly({
    day: "2029-03-20",
    endDay: "2029-03-20",
    until: "2029-03-27",
    startsAt: "12:00",
    endsAt: "13:00",
  });
  expect(later).toMatchObject({ count: 1, leftOut: [{ name: "Inventory" }] });
  const none = weekly({ day: "2029-03-20", endDay: "2029-03-20", until: "2029-03-26" });
  await expect(none).rejects.toMatchObject({ code: "invalid", fieldErrors: { until: expect.anything() } });
});

it("an appointment by itself may be held on a closing day", async () => {
  const alone = await made(manager, { day: "2029-03-20", endDay: "2029-03-20", startsAt: "08:00", endsAt: "09:00" });
  expect(alone).toMatchObject({ count: 1, leftOut: [] });
});

it.each([
  [
    ["2029-03-13T10:00:00Z", "2029-03-27T09:00:00Z"],
    ["2029-03-20T10:00:00.000Z", "2029-04-03T09:00:00.000Z"],
  ],
  [["2029-03-13T10:00:00Z", "2029-03-20T10:00:00Z", "2029-03-27T09:00:00Z", "2029-04-03T09:00:00Z"], []],
] as const)("of the slots %j the rule leaves out %j", (slots, out) => {
  expect(leftOutOf([...slots] as [string, ...string[]], "weekly", "2029-04-03", "Europe/London")).toEqual(out);
});
