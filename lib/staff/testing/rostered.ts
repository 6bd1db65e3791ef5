import type { PoolClient } from "pg";
import type { BuiltLab } from "@/lib/testing/build";

/** Builders of people with weekly times, written through the owner's connection. */

async function one(owner: PoolClient, text: string, values: unknown[]): Promise<string> {
  return ((await owner.query<{ id: string }>(text, values)).rows[0] as { id: string }).id;
}

/** A further member of the lab with a role, and their profile in a department (by key; null for none). */
export async function buildColleague(
  owner: PoolClient,
  labId: string,
  department: string | null,
  role = "technician",
): Promise<{ userId: string; profileId: string }> {
  const userId = await one(
    owner,
    "INSERT INTO users (email, name, email_verified_at) VALUES (gen_random_uuid() || '@test.casepan.test', 'Colleague', now()) RETURNING id",
    [],
  );
  await owner.query(
    "INSERT INTO memberships (lab_id, user_id, role_id) SELECT $1, $2, id FROM roles WHERE lab_id = $1 AND key = $3",
    [labId, userId, role],
  );
  return { userId, profileId: await buildProfile(owner, labId, userId, department) };
}

/** The profile of a member of the lab, in a department by its key. */
export const buildProfile = (owner: PoolClient, labId: string, userId: string | null, department: string | null) =>
  one(
    owner,
    "INSERT INTO staff_profiles (lab_id, user_id, department_id) VALUES ($1, $2, (SELECT id FROM departments WHERE lab_id = $1 AND key = $3)) RETURNING id",
    [labId, userId, department],
  );

/** A weekly time on the given weekdays (ISO), with an hour's break at noon where `breaks`. */
export async function buildWeek(
  owner: PoolClient,
  labId: string,
  profileId: string,
  times: {
    weekdays?: number[];
    from?: string;
    to?: string;
    breaks?: boolean;
    validFrom?: string;
    validTo?: string;
  } = {},
): Promise<void> {
  const { weekdays = [1, 2, 3, 4, 5], from = "08:00", to = "16:00", breaks = false, validFrom, validTo } = times;
  await owner.query(
    `INSERT INTO staff_schedules (lab_id, staff_profile_id, weekday, starts_at, ends_at, break_starts_at, break_ends_at, valid_from, valid_to)
     SELECT $1, $2, d, $4, $5, CASE WHEN $6 THEN '12:00' END, CASE WHEN $6 THEN '13:00' END, $7, $8 FROM unnest($3::int[]) d`,
    [labId, profileId, weekdays, from, to, breaks, validFrom ?? null, validTo ?? null],
  );
}

/** Leave of a person from one day to another, approved by the lab's manager unless told otherwise. */
export const buildLeave = (
  owner: PoolClient,
  lab: BuiltLab,
  profileId: string,
  days: { from: string; to: string; halfFirst?: boolean; halfLast?: boolean; kind?: string; status?: string },
) =>
  one(
    owner,
    `INSERT INTO leave_requests (lab_id, staff_profile_id, kind, from_day, to_day, half_first, half_last, status, requested_by_id, decided_by_id, decided_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text, $9, CASE WHEN $8::text IN ('approved', 'rejected') THEN $9::uuid END, CASE WHEN $8::text IN ('approved', 'rejected') THEN now() END)
     RETURNING id`,
    [
      lab.id,
      profileId,
      days.kind ?? "holiday",
      days.from,
      days.to,
      days.halfFirst ?? false,
      days.halfLast ?? false,
      days.status ?? "approved",
      lab.actors.manager.userId,
    ],
  );
