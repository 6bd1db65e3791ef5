import type { PoolClient } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Actor, systemActor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import { answerInvitation } from "./by-link";
import { cancelAppointment } from "./cancel-appointment";
import { endFeed, feedOf, renewFeed } from "./feed";
import { mailAppointment } from "./mail-appointment";
import { moveAppointment } from "./move-appointment";
import { remindOfAppointments } from "./remind";
import { made } from "./testing";

const database = useDatabase();
const guest = { name: "Dr Ana Ruiz", email: "ruiz@practice.test" };
let owner: PoolClient;
let lab: BuiltLab;
let manager: Actor;
let machinery: Actor;

beforeAll(async () => {
  owner = await database.ownerPool.connect();
});
afterAll(() => owner.release());
beforeEach(async () => {
  lab = await buildLab(owner);
  manager = lab.actors.manager;
  machinery = systemActor(manager.lab);
});

/** What letters say by now, the newest last; each read once. */
async function letters() {
  const rows = await owner.query<{ id: string; to: string; subject: string; text: string; base64: string | null }>(
    "SELECT id, to_address AS to, subject, text_body AS text, attachments -> 0 ->> 'base64' AS base64 FROM mail_messages WHERE lab_id = $1 ORDER BY id",
    [lab.id],
  );
  return rows.rows.map(({ base64, ...row }) => ({
    ...row,
    ics: read(base64 ? Buffer.from(base64, "base64").toString() : ""),
  }));
}

/** The lines of a calendar file by their name, unfolded; a name that comes several times has them all. */
function read(ics: string): Record<string, string[]> {
  const lines: Record<string, string[]> = {};
  for (const line of ics.replaceAll(/\r\n[ \t]/g, "").split("\r\n")) {
    const name = line.split(/[:;]/)[0] as string;
    lines[name] = [...(lines[name] ?? []), line.slice(name.length + 1)];
  }
  return lines;
}

const mail = (appointmentId: string) =>
  asActor(machinery, (tx) => mailAppointment({ actor: machinery, tx }, { appointmentId }));
const invited = (more: object = {}) =>
  made(manager, {
    people: [manager.userId as string, lab.actors.technician.userId as string],
    guests: [guest],
    notes: "Bring it; all, please",
    ...more,
  });
const linkIn = (text: string) =>
  new URL(/http\S*token=\S+/.exec(text)?.[0] ?? "http://none").searchParams.get("token") ?? "";
const atLink = (token: string, answer: "yes" | "no") =>
  answerInvitation({ lab: manager.lab.slug, token, answer }, { ip: "10.0.0.9", userAgent: "test" });

describe("letters", () => {
  it("invite everybody but the organiser, once, with a request that reads back", async () => {
    const { id } = await invited();
    await mail(id);
    await mail(id);
    const sent = await letters();
    expect(sent.map(({ to }) => to).toSorted()).toEqual([lab.actors.technician.email, guest.email].toSorted());
    const toGuest = sent.find(({ to }) => to === guest.email);
    expect(toGuest?.subject).toBe("Invitation: Morning round, Wed, 8 Sept 2027, 10:00–11:00");
    expect(toGuest?.ics).toMatchObject({
      METHOD: ["REQUEST"],
      UID: [`${id}@casepan`],
      SEQUENCE: ["0"],
      DTSTART: ["20270908T090000Z"],
      DTEND: ["20270908T100000Z"],
      SUMMARY: ["Morning round"],
    });
    expect(toGuest?.ics.DESCRIPTION?.[0]).toContain("Bring it\\; all\\, please");
    expect(toGuest?.ics.ATTENDEE?.[0]).toContain(`MAILTO:${guest.email}`);
  });

  it("tell of a move with a higher sequence, of a move that was taken back nothing, and of the end with a cancellation", async () => {
    const { id } = await invited();
    await mail(id);
    const move = (version: number, hour: number) =>
      asActor(manager, (tx) =>
        moveAppointment(
          { actor: manager, tx },
          { id, version, startsAt: `2027-09-08T${hour}:00:00Z`, endsAt: `2027-09-08T${hour + 1}:00:00Z` },
        ),
      );
    await move(1, 12);
    await move(2, 13);
    await mail(id);
    const after = (await letters()).filter(({ to }) => to === guest.email);
    expect(after).toHaveLength(2);
    expect(after[1]).toMatchObject({
      subject: expect.stringContaining("Changed"),
      ics: { METHOD: ["REQUEST"], SEQUENCE: ["2"], DTSTART: ["20270908T130000Z"] },
    });
    await move(3, 15);
    await move(4, 13);
    await mail(id);
    expect(await letters()).toHaveLength(4);
    await asActor(manager, (tx) =>
      cancelAppointment({ actor: manager, tx }, { id, version: 5, scope: "this", note: "The patient is ill." }),
    );
    await mail(id);
    const last = (await letters()).findLast(({ to }) => to === guest.email);
    expect(last?.text).toContain("The patient is ill.");
    expect(last?.ics).toMatchObject({ METHOD: ["CANCEL"], STATUS: ["CANCELLED"], SEQUENCE: ["5"] });
  });

  it("bring a series as one rule in the lab's zone, and the move of one of it by itself", async () => {
    const { id } = await invited({ day: "2028-03-14", endDay: "2028-03-14", repeat: "weekly", until: "2028-04-04" });
    await mail(id);
    const [first, ...others] = (await letters()).filter(({ to }) => to === guest.email);
    expect(others).toEqual([]);
    expect(first?.ics.RRULE?.[0]).toContain("FREQ=WEEKLY;UNTIL=20280404");
    expect(first?.ics.DTSTAMP?.[0]).toMatch(/^\d{8}T\d{6}Z$/);
    expect(first?.ics.DTSTART).toContain("TZID=Europe/London:20280314T100000");
    expect(first?.ics.DTSTART).toContain("20280326T010000"); // the clocks change, in the zone's own part
    expect(first?.ics.TZOFFSETTO).toContain("+0100");
    await asActor(manager, (tx) =>
      moveAppointment(
        { actor: manager, tx },
        { id, version: 1, startsAt: "2028-03-15T10:00:00Z", endsAt: "2028-03-15T11:00:00Z" },
      ),
    );
    await mail(id);
    const moved = (await letters()).findLast(({ to }) => to === guest.email);
    expect(moved?.ics).toMatchObject({
      UID: first?.ics.UID,
      "RECURRENCE-ID": ["20280314T100000Z"],
      DTSTART: ["20280315T100000Z"],
      METHOD: ["REQUEST"],
    });
  });
});

describe("a guest's link", () => {
  it("takes the answer and tells the organiser; what is not signed here is refused", async () => {
    const { id } = await invited();
    await mail(id);
    const token = linkIn((await letters()).find(({ to }) => to === guest.email)?.text ?? "");
    await expect(atLink(token, "yes")).resolves.toEqual({ answer: "yes" });
    const row = await owner.query(
      "SELECT answer FROM appointment_people WHERE appointment_id = $1 AND guest_email = $2",
      [id, guest.email],
    );
    expect(row.rows).toEqual([{ answer: "yes" }]);
    const told = await owner.query(
      "SELECT payload -> 'notice' ->> 'title' AS title FROM outbox WHERE lab_id = $1 AND topic = 'notify' ORDER BY id DESC LIMIT 1",
      [lab.id],
    );
    expect(told.rows).toEqual([{ title: "Dr Ana Ruiz: yes to Morning round" }]);
    for (const wrong of [`${token}x`, token.replace(/^./, "f"), "", "a.b"])
      await expect(atLink(wrong, "no")).rejects.toMatchObject({ reason: "link_spent" });
    const other = await buildLab(owner);
    await expect(
      answerInvitation({ lab: other.actors.admin.lab.slug, token, answer: "no" }, { ip: null, userAgent: null }),
    ).rejects.toMatchObject({ reason: "link_spent" });
  });
});

describe("reminders", () => {
  const remind = () => asActor(machinery, (tx) => remindOfAppointments({ actor: machinery, tx }));
  it("reach each person once when theirs is due, anew after a move, and nobody who said no", async () => {
    const soon = new Date(Date.now() + 10 * 60_000).toISOString();
    const { id } = await invited();
    await owner.query(
      "UPDATE appointments SET starts_at = $2, ends_at = $2::timestamptz + interval '1 hour' WHERE id = $1",
      [id, soon],
    );
    await owner.query("UPDATE appointment_people SET answer = 'no' WHERE appointment_id = $1 AND user_id = $2", [
      id,
      lab.actors.technician.userId,
    ]);
    const racing = await Promise.all([remind(), remind(), remind()]);
    expect(racing.toSorted()).toEqual([0, 0, 2]);
    expect((await letters()).map(({ to }) => to).toSorted()).toEqual([guest.email, manager.email].toSorted());
    await owner.query(
      "UPDATE appointments SET starts_at = starts_at + interval '2 days', ends_at = ends_at + interval '2 days' WHERE id = $1",
      [id],
    );
    expect(await remind()).toBe(0);
    const waits = await asActor(manager, (tx) =>
      tx.rows(
        sql`SELECT id FROM appointment_people WHERE appointment_id = ${id} AND reminded_at IS NULL AND is_booked`,
      ),
    );
    expect(waits).toHaveLength(2);
  });
});

describe("the address of one's calendar", () => {
  it("shows what one takes part in, and works no more once renewed or ended", async () => {
    const technician = lab.actors.technician;
    const { id } = await invited({
      day: new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10),
      isPrivate: true,
    });
    await made(manager, { day: "2027-01-04", endDay: "2027-01-04", title: "Not theirs" });
    const secretOf = async () => {
      const { address } = await asActor(technician, (tx) => renewFeed({ actor: technician, tx }));
      return address.slice(address.lastIndexOf(".") + 1);
    };
    const open = (secret: string) => asActor(machinery, (tx) => feedOf(tx, secret, "Lab"));
    const first = await secretOf();
    const file = read((await open(first)) ?? "");
    expect(file).toMatchObject({ METHOD: ["PUBLISH"], UID: [`${id}@casepan`], SUMMARY: ["Morning round"] });
    const kept = await owner.query<{ token_hash: string }>("SELECT token_hash FROM calendar_feeds WHERE lab_id = $1", [
      lab.id,
    ]);
    expect(kept.rows[0]?.token_hash).not.toContain(first);
    const second = await secretOf();
    expect([await open(first), (await open(second)) !== null]).toEqual([null, true]);
    await asActor(technician, (tx) => endFeed({ actor: technician, tx }));
    expect(await open(second)).toBeNull();
  });
});
