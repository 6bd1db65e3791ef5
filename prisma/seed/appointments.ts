import type { AppointmentType } from "@/lib/calendar/vocabulary";
import type { World } from "./world";

type Planned = {
  type: AppointmentType;
  title: string;
  /** Working days from today. */
  inDays: number;
  at: string;
  minutes: number;
  room?: string;
  by: "manager" | "staff" | "admin";
  who: string[];
  guest?: { name: string; email: string };
  isPrivate?: boolean;
  notes?: string;
  withCase?: boolean;
  machine?: boolean;
};

/** Rooms and the appointments of the demonstration's weeks around now: meetings, case reviews, a training, the service of a machine. */
export async function seedAppointments(world: World): Promise<void> {
  const { owner, people } = world;
  const { manager, staff, technician, admin, driver } = people.byRole;
  const second = people.technicianIds[1] ?? technician;
  for (const [name, capacity] of [
    ["Meeting room", 8],
    ["Shade room", 3],
    ["Training bench", 6],
  ] as const)
    await owner.query("INSERT INTO rooms (name, capacity) VALUES ($1, $2)", [name, capacity]);
  const dentist = { name: world.plan.people.dentist, email: `dentist@${world.plan.emailDomain}` };
  const all: Planned[] = [
    {
      type: "training",
      title: "New zirconia: sintering curves",
      inDays: -3,
      at: "14:00",
      minutes: 90,
      room: "Training bench",
      by: "manager",
      who: [manager, technician, second],
    },
    {
      type: "meeting",
      title: "Rates for next year",
      inDays: 1,
      at: "15:30",
      minutes: 45,
      by: "manager",
      who: [manager, admin],
      isPrivate: true,
    },
    {
      type: "case_review",
      title: "Bridge, second look at the margins",
      inDays: 1,
      at: "11:00",
      minutes: 30,
      room: "Shade room",
      by: "staff",
      who: [staff, technician],
      guest: dentist,
      withCase: true,
      notes: "Please bring the first impression.",
    },
    {
      type: "equipment_service",
      title: "Yearly service",
      inDays: 2,
      at: "13:00",
      minutes: 180,
      by: "manager",
      who: [manager, second],
      machine: true,
      notes: "The engineer needs the side door.",
    },
    {
      type: "delivery",
      title: "Hand over the full-arch case in person",
      inDays: 3,
      at: "10:30",
      minutes: 60,
      by: "staff",
      who: [staff, driver],
      withCase: true,
    },
    {
      type: "case_review",
      title: "Shade taking with the patient",
      inDays: 4,
      at: "09:30",
      minutes: 45,
      room: "Shade room",
      by: "staff",
      who: [technician, staff],
      withCase: true,
    },
    {
      type: "training",
      title: "Scanner update",
      inDays: 6,
      at: "13:30",
      minutes: 120,
      room: "Training bench",
      by: "manager",
      who: [manager, technician, staff],
    },
  ];
  for (const one of all) await plan(world, one);
  await seedRound(world);
}

async function plan(world: World, one: Planned): Promise<void> {
  const { owner, labId, people, clock } = world;
  const by = people.byRole[one.by];
  const start = workingDay(world, one.inDays).set({
    hour: Number(one.at.slice(0, 2)),
    minute: Number(one.at.slice(3)),
  });
  const [from, to] = [start.toISO(), start.plus({ minutes: one.minutes }).toISO()];
  const made = await owner.query<{ id: string; machine: string | null }>(
    `INSERT INTO appointments (type, title, notes, starts_at, ends_at, created_by_id, is_private, room_id, case_id, equipment_id, created_at)
     SELECT $1::text, $2, $3, $4::timestamptz, $5::timestamptz, $6::uuid, $7::boolean, (SELECT id FROM rooms WHERE lab_id = $8 AND name = $9),
       CASE WHEN $10::boolean THEN (SELECT id FROM cases WHERE lab_id = $8 AND status = 'in_production' ORDER BY due_on, id OFFSET $11::int LIMIT 1) END,
       CASE WHEN $12::boolean THEN (SELECT id FROM department_equipment e WHERE lab_id = $8 AND status = 'active' AND NOT EXISTS (
           SELECT FROM equipment_downtimes d WHERE d.equipment_id = e.id AND d.started_at < $5::timestamptz AND (d.ended_at IS NULL OR d.ended_at > $4::timestamptz)) ORDER BY code, id LIMIT 1) END, $13::timestamptz
     RETURNING id, equipment_id AS machine`,
    [
      one.type,
      one.title,
      one.notes ?? null,
      from,
      to,
      by,
      one.isPrivate ?? false,
      labId,
      one.room ?? null,
      one.withCase ?? false,
      Math.abs(one.inDays),
      one.machine ?? false,
      clock.now.minus({ days: 4 }).toISO(),
    ],
  );
  const { id, machine } = made.rows[0] as { id: string; machine: string | null };
  await invite(world, id, by, [...new Set(one.who)]);
  if (one.guest)
    await owner.query(
      "INSERT INTO appointment_people (appointment_id, guest_name, guest_email, reminder_minutes) VALUES ($1, $2, $3, 1440)",
      [id, one.guest.name, one.guest.email],
    );
  if (machine)
    await owner.query(
      `WITH made AS (INSERT INTO equipment_downtimes (equipment_id, started_at, ended_at, note, reported_by_id, planned)
         VALUES ($1, $2, $3, $4, $5, true) RETURNING id)
       UPDATE appointments SET downtime_id = made.id FROM made WHERE appointments.id = $6`,
      [machine, from, to, one.title, by, id],
    );
}

/** The short meeting of every week. */
async function seedRound(world: World): Promise<void> {
  const { owner, people } = world;
  const first = workingDay(world, 0).startOf("week").minus({ weeks: 2 }).set({ hour: 8, minute: 30 });
  const weeks = 12;
  const series = await owner.query<{ id: string }>(
    "INSERT INTO appointment_series (repeat, starts_on, until) VALUES ('weekly', $1, $2) RETURNING id",
    [first.toISODate(), first.plus({ weeks: weeks - 1 }).toISODate()],
  );
  for (let week = 0; week < weeks; week++) {
    const from = first.plus({ weeks: week });
    const made = await owner.query<{ id: string }>(
      `INSERT INTO appointments (type, title, starts_at, ends_at, created_by_id, room_id, series_id, slot_at)
       SELECT 'meeting', 'Week ahead', $1::timestamptz, $2::timestamptz, $3::uuid, (SELECT id FROM rooms WHERE lab_id = $4 AND name = 'Meeting room'), $5::uuid, $1::timestamptz RETURNING id`,
      [from.toISO(), from.plus({ minutes: 30 }).toISO(), people.byRole.manager, world.labId, series.rows[0]?.id],
    );
    const { manager, staff, technician } = people.byRole;
    await invite(world, made.rows[0]?.id as string, manager, [manager, staff, technician]);
  }
}

/** Everybody but every third has answered. */
async function invite({ owner }: World, id: string, organiser: string, who: string[]): Promise<void> {
  for (const [index, userId] of who.entries())
    await owner.query(
      `INSERT INTO appointment_people (appointment_id, user_id, answer, answered_at, reminder_minutes)
       VALUES ($1, $2, $3::text, CASE WHEN $3::text IS NOT NULL THEN now() END, 15)`,
      [id, userId, userId === organiser || index % 3 !== 2 ? "yes" : null],
    );
}

function workingDay({ clock, plan }: World, inDays: number) {
  let day = clock.now.setZone(plan.lab.timeZone).startOf("day");
  const step = inDays < 0 ? -1 : 1;
  for (let left = Math.abs(inDays); left > 0 || day.weekday > 5; ) {
    day = day.plus({ days: step });
    if (day.weekday <= 5 && left > 0) left -= 1;
  }
  return day;
}
