import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { zoneBlock } from "@/lib/calendar/zone-block";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { buildColleague, buildLeave, buildProfile, buildWeek } from "../testing/rostered";
import { rotaCalendar } from "./calendar-file";
import { feedFor } from "./feed";
import { endFeed, renewFeed } from "./feed-address";
import { rotaOf } from "./queries";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
beforeEach(async () => {
  lab = await buildLab(owner, "America/New_York");
});
afterAll(() => owner.release());

const renew = async (departmentId: string | null = null, actor: Actor = lab.actors.technician) =>
  (await asActor(actor, (tx) => renewFeed({ actor, tx }, { departmentId }))).address.split("/").at(-1) as string;

/** The properties of each component of a kind, its folded lines joined again (RFC 5545, 3.1). */
function componentsOf(file: string, kind: string): Record<string, string>[] {
  expect(file.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  const lines = file.replaceAll(/\r\n[ \t]/g, "").split("\r\n");
  const found: Record<string, string>[] = [];
  const open: string[] = [];
  for (const line of lines.filter(Boolean)) {
    const [, name = "", value = ""] = /^([^:]+?):(.*)$/.exec(line) ?? [];
    if (name === "BEGIN") {
      open.push(value);
      if (value === kind) found.push({});
    } else if (name === "END") expect(open.pop()).toBe(value);
    else if (open.at(-1) === kind) Object.assign(found.at(-1) ?? {}, { [name]: value });
  }
  expect(open).toEqual([]);
  return found;
}

test("a rota is a calendar in the lab's zone: shifts before weekly times, leave as whole days, the clocks' change kept", async () => {
  const { userId, profileId } = await buildColleague(owner, lab.id, "cam");
  await buildWeek(owner, lab.id, profileId);
  await buildLeave(owner, lab, profileId, { from: "2026-11-03", to: "2026-11-03", kind: "sick" });
  await owner.query(
    `INSERT INTO shifts (lab_id, staff_profile_id, starts_at, ends_at, note, published_at)
     VALUES ($1, $2, '2026-11-02T23:00Z', '2026-11-03T07:00Z', 'Night; furnace, then mill', now())`,
    [lab.id, profileId],
  );
  const wanted = { from: "2026-10-30", to: "2026-11-03", departmentId: null, userId };
  const rota = await asActor(lab.actors.manager, (tx) => rotaOf(tx, wanted, { manages: false, ownId: null }));
  const file = rotaCalendar(rota, { name: "Rota", zone: "America/New_York", names: false, zoneBlock });
  const [calendar] = componentsOf(file, "VCALENDAR");
  expect(calendar).toMatchObject({ VERSION: "2.0", METHOD: "PUBLISH" });
  expect(componentsOf(file, "VTIMEZONE")).toMatchObject([{ TZID: "America/New_York" }]);
  const events = componentsOf(file, "VEVENT");
  const times = events.map((event) =>
    Object.entries(event)
      .filter(([name]) => /^(DTSTART|DTEND|SUMMARY)/.test(name))
      .map(([name, value]) => `${name}:${value}`)
      .join(" "),
  );
  expect(times).toEqual([
    "DTSTART;TZID=America/New_York:20261030T080000 DTEND;TZID=America/New_York:20261030T160000 SUMMARY:08:00–16:00",
    "DTSTART;TZID=America/New_York:20261102T180000 DTEND;TZID=America/New_York:20261103T020000 SUMMARY:18:00–02:00",
    "DTSTART;VALUE=DATE:20261103 DTEND;VALUE=DATE:20261104 SUMMARY:Away",
  ]);
  expect(events[1]?.DESCRIPTION).toBe("Night\\; furnace\\, then mill");
  expect(new Set(events.map(({ UID }) => UID)).size).toBe(3);
  expect(events.every(({ DTSTAMP }) => /^\d{8}T\d{6}Z$/.test(DTSTAMP ?? ""))).toBe(true);
});

test("an address reads its own person's rota, until it is renewed, ended or its person leaves", async () => {
  const profileId = await buildProfile(owner, lab.id, lab.actors.technician.userId, "cam");
  await buildWeek(owner, lab.id, profileId);
  const { profileId: another } = await buildColleague(owner, lab.id, "cam");
  await buildWeek(owner, lab.id, another, { from: "10:00" });
  const first = await renew();
  const kept = await owner.query("SELECT token_hash FROM rota_feeds WHERE lab_id = $1", [lab.id]);
  expect(JSON.stringify(kept.rows)).not.toContain(first);
  const file = (await feedFor(first, zoneBlock)) ?? "";
  expect(new Set(componentsOf(file, "VEVENT").map(({ SUMMARY }) => SUMMARY))).toEqual(new Set(["08:00–16:00"]));

  const cam = (await owner.query("SELECT id FROM departments WHERE lab_id = $1 AND key = 'cam'", [lab.id])).rows[0].id;
  const department = (await feedFor(await renew(cam), zoneBlock)) ?? "";
  expect(new Set(componentsOf(department, "VEVENT").map(({ SUMMARY }) => SUMMARY))).toEqual(
    new Set(["Test technician: 08:00–16:00", "Colleague: 10:00–16:00"]),
  );

  const second = await renew();
  expect(await feedFor(first, zoneBlock)).toBeNull();
  expect(await feedFor(second, zoneBlock)).not.toBeNull();
  const { technician: actor } = lab.actors;
  await owner.query("UPDATE memberships SET status = 'disabled' WHERE lab_id = $1 AND user_id = $2", [
    lab.id,
    actor.userId,
  ]);
  expect(await feedFor(second, zoneBlock)).toBeNull();
  await owner.query("UPDATE memberships SET status = 'active' WHERE lab_id = $1 AND user_id = $2", [
    lab.id,
    actor.userId,
  ]);
  await asActor(actor, (tx) => endFeed({ actor, tx }, { departmentId: null }));
  expect(await feedFor(second, zoneBlock)).toBeNull();
  expect(await feedFor("x".repeat(43), zoneBlock)).toBeNull();
});

test("a department of another lab is not found", async () => {
  const foreign = await buildLab(owner);
  const { id } = (await owner.query("SELECT id FROM departments WHERE lab_id = $1 LIMIT 1", [foreign.id])).rows[0];
  await expect(renew(id)).rejects.toMatchObject({ code: "not_found" });
});
