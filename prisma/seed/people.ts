import { hash } from "@node-rs/argon2";
import type { ClientBase } from "pg";
import { USER_ROLES, type UserRole } from "@/lib/access/roles";
import { DEMO_PASSWORD, type LabPlan } from "./lab-plans";

export type SeededPractice = { id: string; name: string; dentistIds: string[] };
export type SeededPeople = {
  byRole: Record<UserRole, string>;
  names: Map<string, string>;
  technicianIds: string[];
  practices: SeededPractice[];
};

async function insertOne(owner: ClientBase, text: string, values: unknown[]): Promise<string> {
  return ((await owner.query<{ id: string }>(text, values)).rows[0] as { id: string }).id;
}

/** The people of a demonstration lab: one demo account per role, further technicians, practices with their dentists. */
export async function seedPeople(owner: ClientBase, plan: LabPlan): Promise<SeededPeople> {
  const password = await hash(DEMO_PASSWORD);
  const names = new Map<string, string>();
  const member = async (email: string, name: string, kind: UserRole) => {
    const id = await insertOne(
      owner,
      "INSERT INTO users (email, name, password_hash, email_verified_at) VALUES ($1, $2, $3, now()) RETURNING id",
      [email, name, password],
    );
    await owner.query(
      "INSERT INTO memberships (user_id, role_id) SELECT $1, id FROM roles WHERE lab_id = app_lab_id() AND key = $2",
      [id, kind],
    );
    names.set(id, name);
    return id;
  };

  const byRole = {} as Record<UserRole, string>;
  for (const kind of USER_ROLES) byRole[kind] = await member(`${kind}@${plan.emailDomain}`, plan.people[kind], kind);
  const technicianIds = [byRole.technician];
  for (const name of plan.technicians) {
    technicianIds.push(await member(`${name.toLowerCase().replace(" ", ".")}@${plan.emailDomain}`, name, "technician"));
  }
  await seedStaff(owner, byRole, technicianIds);

  const dentistIds = new Map<string, string>();
  const practices: SeededPractice[] = [];
  for (const [index, p] of plan.practices.entries()) {
    const id = await insertOne(
      owner,
      `INSERT INTO practices (code, name, address_line1, city, postcode, country, phone, email, latitude, longitude, opening_hours, transit_days)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, 1) RETURNING id`,
      [
        `PR-${String(index + 1).padStart(3, "0")}`,
        p.name,
        p.street,
        p.city,
        p.postcode,
        plan.lab.country,
        plan.lab.phone.replace(/\d{4}$/, String(1000 + index)),
        `accounts@${p.name.toLowerCase().replace(/[^a-z]+/g, "-")}.casepan.test`,
        p.latitude,
        p.longitude,
        JSON.stringify(OPENING_HOURS),
      ],
    );
    const prescribers: string[] = [];
    for (const name of p.dentists) {
      let dentistId = dentistIds.get(name);
      if (!dentistId) {
        const userId = name === plan.people.dentist ? byRole.dentist : null;
        dentistId = await insertOne(
          owner,
          "INSERT INTO dentist_profiles (user_id, full_name, licence_number, email, verified_at) VALUES ($1, $2, $3, $4, now()) RETURNING id",
          [
            userId,
            name,
            `DL-${10400 + dentistIds.size * 37}`,
            `${name.toLowerCase().replace(/[^a-z]+/g, ".")}@${plan.emailDomain}`,
          ],
        );
        dentistIds.set(name, dentistId);
      }
      await owner.query("INSERT INTO practice_dentists (practice_id, dentist_id, is_primary) VALUES ($1, $2, $3)", [
        id,
        dentistId,
        prescribers.length === 0,
      ]);
      if (name === plan.people.dentist) {
        await owner.query("INSERT INTO practice_members (practice_id, user_id, is_default) VALUES ($1, $2, $3)", [
          id,
          byRole.dentist,
          index === 0,
        ]);
      }
      prescribers.push(dentistId);
    }
    practices.push({ id, name: p.name, dentistIds: prescribers });
  }
  return { byRole, names, technicianIds, practices };
}

const OPENING_HOURS = Object.fromEntries(
  ["monday", "tuesday", "wednesday", "thursday", "friday"].map((day) => [
    day,
    [["08:30", day === "friday" ? "16:30" : "17:30"]],
  ]),
);

const SKILLS = [
  { stage: "impression_scan", procedure: null, level: 3 },
  { stage: "design", procedure: null, level: 3 },
  { stage: "milling", procedure: null, level: 2 },
  { stage: "sintering", procedure: "crowns", level: 2 },
  { stage: "quality_control", procedure: null, level: 1 },
];

async function seedStaff(owner: ClientBase, byRole: Record<UserRole, string>, technicianIds: string[]): Promise<void> {
  const departments = ["cad", "cad", "cam", "furnace", "quality"];
  for (const [index, userId] of [
    ...technicianIds,
    byRole.manager,
    byRole.staff,
    byRole.driver,
    byRole.admin,
  ].entries()) {
    const isTechnician = index < technicianIds.length;
    await owner.query(
      `WITH s AS (INSERT INTO staff_profiles (user_id, department_id, employment_type, job_title, hired_on, hourly_cost, rating, skills, phone, emergency_name, emergency_phone)
         SELECT $1, (SELECT id FROM departments WHERE lab_id = app_lab_id() AND key = $2), 'full_time', $3, current_date - 900 + $4::int * 90, $5, $6, $7, $8, $9, $10 RETURNING id)
       INSERT INTO staff_schedules (staff_profile_id, weekday, starts_at, ends_at, break_starts_at, break_ends_at)
       SELECT s.id, d, '08:00', '16:30', '12:00', '12:30' FROM s, generate_series(1, 5) d`,
      [
        userId,
        isTechnician ? departments[index % departments.length] : "front_desk",
        isTechnician ? "Dental technician" : null,
        index,
        (18 + index * 1.5).toFixed(2),
        (3.8 + (index % 5) * 0.25).toFixed(2),
        JSON.stringify(isTechnician ? [SKILLS[index % 5], SKILLS[(index + 1) % 5]] : []),
        `07700 900${String(110 + index)}`,
        "Next of kin",
        `07700 900${String(510 + index)}`,
      ],
    );
  }
}
