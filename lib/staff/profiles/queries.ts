import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { EmploymentType, Skill } from "../vocabulary";

const PAGE_SIZE = 50;

export type PersonRow = {
  userId: string;
  name: string;
  role: string;
  jobTitle: string | null;
  employmentType: EmploymentType;
  department: string | null;
  phone: string | null;
  /** Away today: by approved leave that covers the day or a part of it. */
  away: boolean;
  /** Certificates that run out within 30 days or have run out. */
  expiring: number;
  left: boolean;
};
export type PeopleFilters = {
  q: string;
  departmentId: string | null;
  employment: EmploymentType | null;
  /** A stage that they can work at. */
  skill: string | null;
  show: "here" | "left" | "all";
  after: [name: string, id: string] | null;
};
export type PeoplePage = { rows: PersonRow[]; hasMore: boolean };

/** Everybody of the lab's own people, by name, at most 50 from `after` on; `today` is the lab's day. */
export async function listPeople(tx: Transaction, today: string, filters: PeopleFilters): Promise<PeoplePage> {
  const { q, departmentId, employment, skill, show, after } = filters;
  const gone = sql`(m.status <> 'active' OR coalesce(p.left_on < ${today}::date, false))`;
  const words = q
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`);
  const rows = await tx.rows<PersonRow>(sql`
    SELECT u.id AS "userId", u.name, r.name AS role, p.job_title AS "jobTitle", coalesce(p.employment_type, 'full_time') AS "employmentType",
      d.name AS department, coalesce(p.phone, u.phone) AS phone, ${gone} AS left,
      EXISTS (SELECT FROM leave_requests l WHERE l.staff_profile_id = p.id AND l.status = 'approved' AND ${today}::date BETWEEN l.from_day AND l.to_day) AS away,
      (SELECT count(*)::int FROM staff_certificates c WHERE c.staff_profile_id = p.id AND c.expires_on <= ${today}::date + 30) AS expiring
    FROM memberships m JOIN users u ON u.id = m.user_id JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
    LEFT JOIN staff_profiles p ON p.lab_id = m.lab_id AND p.user_id = m.user_id
    LEFT JOIN departments d ON d.lab_id = p.lab_id AND d.id = p.department_id
    WHERE r.kind <> 'dentist'
      ${show === "all" ? emptySql : show === "left" ? sql`AND ${gone}` : sql`AND NOT ${gone}`}
      ${words.length > 0 ? sql`AND concat_ws(' ', u.name, u.email, p.job_title, d.name) ILIKE ALL (${words}::text[])` : emptySql}
      ${departmentId ? sql`AND p.department_id = ${departmentId}::uuid` : emptySql}
      ${employment ? sql`AND coalesce(p.employment_type, 'full_time') = ${employment}` : emptySql}
      ${skill ? sql`AND p.skills @> ${JSON.stringify([{ stage: skill }])}::jsonb` : emptySql}
      ${after ? sql`AND (u.name, u.id) > (${after[0]}, ${after[1]}::uuid)` : emptySql}
    ORDER BY u.name, u.id LIMIT ${PAGE_SIZE + 1}`);
  return { rows: rows.slice(0, PAGE_SIZE), hasMore: rows.length > PAGE_SIZE };
}

export type Person = {
  userId: string;
  /** Null until something of them is first saved. */
  profileId: string | null;
  version: number;
  name: string;
  email: string;
  role: string;
  active: boolean;
  departmentId: string | null;
  department: string | null;
  employmentType: EmploymentType;
  jobTitle: string | null;
  phone: string | null;
  emergencyName: string | null;
  emergencyPhone: string | null;
  hiredOn: string | null;
  leftOn: string | null;
  /** Decimal in the lab's currency; null for those who may not know it. */
  hourlyCost: string | null;
  leaveDaysPerYear: string;
  skills: Skill[];
};

/** One of the lab's own people, or null. `withCost` is for those who hold `staff.manage`: for others the hourly cost is left out. */
export async function personOf(tx: Transaction, userId: string, withCost: boolean): Promise<Person | null> {
  const person = await tx.row<Person>(sql`
    SELECT u.id AS "userId", p.id AS "profileId", coalesce(p.version, 1) AS version, u.name, u.email, r.name AS role, m.status = 'active' AS active,
      d.id AS "departmentId", d.name AS department, coalesce(p.employment_type, 'full_time') AS "employmentType", p.job_title AS "jobTitle",
      coalesce(p.phone, u.phone) AS phone, p.emergency_name AS "emergencyName", p.emergency_phone AS "emergencyPhone",
      p.hired_on AS "hiredOn", p.left_on AS "leftOn", ${withCost ? sql`p.hourly_cost` : sql`NULL`} AS "hourlyCost",
      coalesce(p.leave_days_per_year, 25) AS "leaveDaysPerYear", coalesce(p.skills, '[]') AS skills
    FROM memberships m JOIN users u ON u.id = m.user_id JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
    LEFT JOIN staff_profiles p ON p.lab_id = m.lab_id AND p.user_id = m.user_id
    LEFT JOIN departments d ON d.lab_id = p.lab_id AND d.id = p.department_id
    WHERE m.user_id = ${userId} AND r.kind <> 'dentist'`);
  return person ?? null;
}

/** The departments of the acting lab, by name. */
export const departmentChoices = (tx: Transaction): Promise<{ id: string; name: string }[]> =>
  tx.rows(sql`SELECT id, name FROM departments ORDER BY name, id`);
