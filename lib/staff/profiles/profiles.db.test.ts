import { mkdir, readdir } from "node:fs/promises";
import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Context } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildCase, buildLab } from "@/lib/testing/build";
import { alertExpiry } from "../certificates/alert-expiry";
import { addCertificateFile, certificateFile } from "../certificates/file";
import { addCertificate, changeCertificate } from "../certificates/keep-certificate";
import { certificatesOf } from "../certificates/queries";
import { setWeek } from "../schedules/set-week";
import { stageHours } from "../time/hours";
import { listPeople, personOf } from "./queries";
import { saveOwnContact, saveProfile } from "./save-profile";
import { profileSchema } from "./schema";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let userId: string;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
});
beforeEach(async () => {
  lab = await buildLab(owner);
  userId = lab.actors.technician.userId as string;
});
afterAll(() => owner.release());

const as = <T>(actor: Actor, work: (context: Context) => Promise<T>) => asActor(actor, (tx) => work({ actor, tx }));
const byManager = <T>(work: (context: Context) => Promise<T>) => as(lab.actors.manager, work);
const profile = (changes: object = {}) =>
  profileSchema.parse({
    userId,
    version: 1,
    jobTitle: "Ceramist",
    employmentType: "part_time",
    departmentId: "",
    hiredOn: "2024-02-01",
    leftOn: "",
    hourlyCost: "24,50",
    leaveDaysPerYear: "22.5",
    phone: "",
    emergencyName: "",
    emergencyPhone: "",
    skills: [{ stage: "design", procedure: "", level: "3" }],
    ...changes,
  });
const today = "2026-11-23";
const everybody = { q: "", departmentId: null, employment: null, skill: null, show: "here" as const, after: null };

test("everybody of the lab's own people has a profile, saved once per version, with the cost for those who may know it", async () => {
  const names = (await byManager((c) => listPeople(c.tx, today, everybody))).rows.map(({ name }) => name);
  expect(names).toEqual(["Test admin", "Test driver", "Test manager", "Test staff", "Test technician"]);
  await byManager((c) => saveProfile(c, profile()));
  await expect(byManager((c) => saveProfile(c, profile()))).rejects.toMatchObject({ reason: "stale" });
  const seen = (cost: boolean) => byManager((c) => personOf(c.tx, userId, cost));
  expect(await seen(true)).toMatchObject({ version: 2, hourlyCost: "24.50", leaveDaysPerYear: "22.5" });
  expect((await seen(false))?.hourlyCost).toBeNull();
  const found = async (filters: object) =>
    (await byManager((c) => listPeople(c.tx, today, { ...everybody, ...filters }))).rows.length;
  expect([
    await found({ skill: "design" }),
    await found({ skill: "milling" }),
    await found({ q: "ceram tech" }),
  ]).toEqual([1, 0, 1]);
  await byManager((c) => saveProfile(c, profile({ version: 2, leftOn: "2026-11-01" })));
  expect([await found({}), await found({ show: "left" })]).toEqual([4, 1]);
  await expect(byManager((c) => saveProfile(c, profile({ userId: lab.actors.dentist.userId })))).rejects.toMatchObject({
    code: "not_found",
  });
});

test("one changes one's own contact alone", async () => {
  const contact = { version: 1, phone: "1", emergencyName: "Kin", emergencyPhone: "2" };
  await as(lab.actors.technician, (c) => saveOwnContact(c, contact));
  expect(await byManager((c) => personOf(c.tx, userId, true))).toMatchObject({
    phone: "1",
    emergencyName: "Kin",
    hourlyCost: null,
  });
});

test("a certificate is announced once before it runs out, to the person and those who manage people, and anew after a change", async () => {
  const days = (n: number) => new Date(Date.now() + n * 86_400_000).toISOString().slice(0, 10);
  const particulars = { name: "Laser safety", number: "1", issuer: "Board", issuedOn: null };
  const { id } = await byManager((c) => addCertificate(c, { userId, ...particulars, expiresOn: days(20) }));
  await byManager((c) => addCertificate(c, { userId, ...particulars, expiresOn: days(60) }));
  const alert = () => as({ ...lab.actors.manager, userId: null }, alertExpiry);
  expect([await alert(), await alert()]).toEqual([1, 0]);
  const to = (
    await owner.query("SELECT payload->'to' AS to FROM outbox WHERE lab_id = $1 AND topic = 'notify'", [lab.id])
  ).rows;
  expect(to.map((row) => row.to)).toEqual(
    expect.arrayContaining([{ userIds: [userId] }, { permission: "staff.manage" }]),
  );
  await byManager((c) => changeCertificate(c, { id, version: 2, ...particulars, expiresOn: days(25) }));
  expect(await alert()).toBe(1);
});

test("a certificate's file is for its person and those who see people; a new one lets go of the old", async () => {
  const { manager, technician, staff } = lab.actors;
  const { id } = await byManager((c) =>
    addCertificate(c, { userId, name: "Register", number: null, issuer: null, issuedOn: null, expiresOn: null }),
  );
  await mkdir(process.env.FILES_DIR as string, { recursive: true });
  const pdf = () => new Blob(["%PDF-1.7\n%\n"]).stream() as never;
  const add = (name: string) => addCertificateFile(manager, id, { name, declared: null, body: pdf() });
  await add("register.pdf");
  const first = await certificateFile(technician, id);
  await add("register again.pdf");
  const second = await certificateFile(manager, id);
  expect([first.name, second.name]).toEqual(["register.pdf", "register again.pdf"]);
  const files = (await readdir(process.env.FILES_DIR as string, { recursive: true })).join(" ");
  expect([
    files.includes(first.storeKey.split("/").at(-1) ?? ""),
    files.includes(second.storeKey.split("/").at(-1) ?? ""),
  ]).toEqual([false, true]);
  await expect(certificateFile(staff, id)).rejects.toMatchObject({ code: "not_found" });
  await expect(add("register.exe")).rejects.toMatchObject({ reason: "file_refused" });
  expect(await byManager((c) => certificatesOf(c.tx, userId, today))).toMatchObject([
    { fileName: "register again.pdf" },
  ]);
});

test("a week for a stretch of days leaves what was said before and after it", async () => {
  const week = (validFrom: string, validTo: string, startsAt: string) =>
    byManager((c) =>
      setWeek(c, {
        userId,
        validFrom,
        validTo,
        days: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({
          weekday,
          works: weekday < 3,
          startsAt,
          endsAt: "16:00",
          breakStartsAt: "",
          breakEndsAt: "",
        })),
      }),
    );
  await week("2026-01-01", "", "08:00");
  await week("2026-12-01", "2026-12-31", "10:00");
  const rows = await owner.query(
    `SELECT starts_at || ' ' || coalesce(valid_from::text, '') || '/' || coalesce(valid_to::text, '') AS line FROM staff_schedules s
     WHERE lab_id = $1 AND deleted_at IS NULL AND weekday = 1 ORDER BY valid_from`,
    [lab.id],
  );
  expect(rows.rows.map(({ line }) => line)).toEqual([
    "08:00 2026-01-01/2026-11-30",
    "10:00 2026-12-01/2026-12-31",
    "08:00 2027-01-01/",
  ]);
});

test("hours by stage and week divide what ran at once, and leave the machine's out", async () => {
  const made = await buildCase(owner, lab, [{ procedureType: "crowns" }, { procedureType: "crowns" }]);
  await owner.query("UPDATE workflow_stages SET stage = 'design' WHERE id = $1", [made.stageIds[1]]);
  const clock = (stage: number, from: string, to: string) =>
    owner.query(
      "INSERT INTO stage_time_entries (lab_id, workflow_stage_id, user_id, started_at, ended_at) VALUES ($1, $2, $3, $4, $5)",
      [lab.id, made.stageIds[stage], userId, from, to],
    );
  await clock(0, "2026-11-23T08:00Z", "2026-11-23T10:00Z");
  await clock(1, "2026-11-23T09:00Z", "2026-11-23T10:30Z");
  await clock(0, "2026-11-30T09:00Z", "2026-11-30T09:15Z");
  expect(await byManager((c) => stageHours(c.tx, userId, "2026-11-23"))).toEqual([
    { week: "2026-11-23", stage: "design", hours: 1 },
    { week: "2026-11-23", stage: "receiving", hours: 1.5 },
    { week: "2026-11-30", stage: "receiving", hours: 0.25 },
  ]);
});
