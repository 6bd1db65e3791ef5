import type { World } from "./world";

/**
 * Certificates, leave and shifts of the demonstration's people. Whoever is alone in a department is not away in the next weeks, so that
 * promises stay as usual: one of two designers is away three weeks ahead, and a request of another waits.
 */
export async function seedRota(world: World): Promise<void> {
  const { owner, people } = world;
  const monday = world.clock.now.startOf("week");
  const day = (weeks: number, weekday: number) => monday.plus({ weeks, days: weekday - 1 }).toISODate() as string;
  const [tara, second] = people.technicianIds;
  const last = people.technicianIds.at(-1);
  const { manager, staff } = people.byRole;

  const certificates = [
    [tara, "Dental technician, register", "DT-20417", "Dental Register", day(-60, 1), day(2, 5)],
    [tara, "Laser safety", "LS-884", "Workshop Safety Board", day(-90, 1), day(40, 1)],
    [second, "Dental technician, register", "DT-20988", "Dental Register", day(-70, 1), day(30, 3)],
    [last, "First aid at work", "FA-1120", "Ambulance Training", day(-110, 2), day(-3, 2)],
    [staff, "Data protection", null, "In-house", day(-20, 2), null],
  ];
  await owner.query(
    `INSERT INTO staff_certificates (staff_profile_id, name, number, issuer, issued_on, expires_on, alerted_at)
     SELECT p.id, x.c->>1, x.c->>2, x.c->>3, (x.c->>4)::date, (x.c->>5)::date, CASE WHEN (x.c->>5)::date < current_date + 30 THEN now() END
     FROM jsonb_array_elements($1::jsonb) AS x(c) JOIN staff_profiles p ON p.lab_id = app_lab_id() AND p.user_id = (x.c->>0)::uuid`,
    [JSON.stringify(certificates)],
  );

  const leave = [
    [second, "holiday", day(3, 1), day(3, 3), "approved", "A long weekend and two days", null],
    [second, "sick", day(-2, 2), day(-2, 3), "approved", null, null],
    [last, "holiday", day(5, 4), day(5, 5), "requested", "Family visit", null],
    [tara, "training", day(-5, 1), day(-5, 1), "approved", "Shade matching course", "Enjoy it"],
    [tara, "holiday", day(-1, 5), day(-1, 5), "rejected", null, "Two others are away that day"],
  ];
  await owner.query(
    `INSERT INTO leave_requests (staff_profile_id, kind, from_day, to_day, status, note, answer, requested_by_id, decided_by_id, decided_at)
     SELECT p.id, x.l->>1, (x.l->>2)::date, (x.l->>3)::date, x.l->>4, x.l->>5, x.l->>6, p.user_id,
       CASE WHEN x.l->>4 <> 'requested' THEN $2::uuid END, CASE WHEN x.l->>4 <> 'requested' THEN now() END
     FROM jsonb_array_elements($1::jsonb) AS x(l) JOIN staff_profiles p ON p.lab_id = app_lab_id() AND p.user_id = (x.l->>0)::uuid`,
    [JSON.stringify(leave), manager],
  );

  // As long as the weekly time, only earlier or later, so that no department can do less.
  const shifts = [0, 1].flatMap((week) =>
    [1, 2, 3, 4, 5].flatMap((weekday) => [
      [tara, day(week, weekday), "07:00", "15:30", true],
      [staff, day(week, weekday), "09:30", "18:00", week === 0],
    ]),
  );
  await owner.query(
    `INSERT INTO shifts (staff_profile_id, starts_at, ends_at, break_minutes, published_at)
     SELECT p.id, ((x.s->>1)::date + (x.s->>2)::time) AT TIME ZONE l.time_zone, ((x.s->>1)::date + (x.s->>3)::time) AT TIME ZONE l.time_zone, 30,
       CASE WHEN (x.s->>4)::boolean THEN now() END
     FROM jsonb_array_elements($1::jsonb) AS x(s) JOIN staff_profiles p ON p.lab_id = app_lab_id() AND p.user_id = (x.s->>0)::uuid JOIN labs l ON l.id = p.lab_id`,
    [JSON.stringify(shifts)],
  );
  // Tara gives a shift of next week away, and the colleague agreed: it waits to be approved.
  await owner.query(
    `UPDATE shifts s SET offered_to_id = q.id, taken_at = now() FROM staff_profiles p, staff_profiles q, labs l
     WHERE p.id = s.staff_profile_id AND p.user_id = $1 AND q.lab_id = s.lab_id AND q.user_id = $2 AND l.id = s.lab_id AND s.lab_id = app_lab_id()
       AND (s.starts_at AT TIME ZONE l.time_zone)::date = $3::date`,
    [tara, second, day(1, 4)],
  );
}
