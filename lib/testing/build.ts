import { randomUUID } from "node:crypto";
import type { ClientBase } from "pg";
import type { Actor } from "@/lib/access/actor";
import { audienceOf, DEFAULT_ROLES, type UserRole } from "@/lib/access/roles";
import type { Material, ProcedureType } from "@/lib/cases/vocabulary";
import { openLab } from "@/lib/labs/open-lab";

/** Builders for database tests: each writes through the owner's connection and answers what a test needs to act. */

export type BuiltLab = { id: string; actors: Record<UserRole, Actor>; practiceId: string; dentistId: string };

const unique = () => randomUUID().slice(0, 8);

/** A lab with one person of each role; the dentist prescribes at, and acts for, its one practice. */
export async function buildLab(owner: ClientBase, timeZone = "Europe/London"): Promise<BuiltLab> {
  const slug = `lab-${unique()}`;
  await owner.query("BEGIN");
  const labId = await openLab(owner, {
    name: `Lab ${slug}`,
    slug,
    timeZone,
    currency: "GBP",
    locale: "en-GB",
    country: "GB",
    taxPercent: "20.00",
    taxName: "VAT",
  });
  const practice = await buildPractice(owner);
  const actors = {} as Record<UserRole, Actor>;
  for (const kind of Object.keys(DEFAULT_ROLES) as UserRole[])
    actors[kind] = await buildPerson(owner, kind, { labId, slug, timeZone, practice });
  const dentistId = await one(
    owner,
    "INSERT INTO dentist_profiles (user_id, full_name, licence_number) VALUES ($1, 'Dr Test', $2) RETURNING id",
    [actors.dentist.userId, unique()],
  );
  await owner.query("INSERT INTO practice_dentists (practice_id, dentist_id, is_primary) VALUES ($1, $2, true)", [
    practice.id,
    dentistId,
  ]);
  await owner.query("COMMIT");
  return { id: labId, actors, practiceId: practice.id, dentistId };
}

/** A practice of the lab the connection acts for (`app.lab_id`). */
export async function buildPractice(owner: ClientBase): Promise<{ id: string; name: string }> {
  const name = `Practice ${unique()}`;
  const id = await one(
    owner,
    "INSERT INTO practices (code, name, address_line1, city, postcode) VALUES ($1, $2, '1 High Street', 'Glasgow', 'G1 1AA') RETURNING id",
    [unique(), name],
  );
  return { id, name };
}

async function buildPerson(
  owner: ClientBase,
  kind: UserRole,
  lab: { labId: string; slug: string; timeZone: string; practice: { id: string; name: string } },
): Promise<Actor> {
  const email = `${kind}-${unique()}@test.casepan.test`;
  const userId = await one(
    owner,
    "INSERT INTO users (email, name, email_verified_at) VALUES ($1, $2, now()) RETURNING id",
    [email, `Test ${kind}`],
  );
  const roleId = await one(owner, "SELECT id FROM roles WHERE lab_id = app_lab_id() AND key = $1", [kind]);
  await owner.query("INSERT INTO memberships (user_id, role_id) VALUES ($1, $2)", [userId, roleId]);
  if (kind === "dentist")
    await owner.query("INSERT INTO practice_members (practice_id, user_id, is_default) VALUES ($1, $2, true)", [
      lab.practice.id,
      userId,
    ]);
  return {
    userId,
    name: `Test ${kind}`,
    email,
    lab: { id: lab.labId, name: lab.slug, slug: lab.slug, timeZone: lab.timeZone, currency: "GBP", locale: "en-GB" },
    audience: audienceOf(kind),
    role: { id: roleId, kind, name: DEFAULT_ROLES[kind].name },
    practice: kind === "dentist" ? lab.practice : null,
    permissions: new Set(DEFAULT_ROLES[kind].permissions),
    toothNotation: "fdi",
    sessionId: null,
    ip: null,
    userAgent: null,
  };
}

export type BuiltCase = { id: string; number: string; itemIds: string[]; stageIds: string[] };

/** A submitted case whose items wait at receiving; one crown on 14 unless told otherwise. Due in 10 days, to be shipped in 9. */
export async function buildCase(
  owner: ClientBase,
  lab: BuiltLab,
  items: { procedureType: ProcedureType; material?: Material; teeth?: number[] }[] = [
    { procedureType: "crowns", material: "zirconia_full", teeth: [14] },
  ],
): Promise<BuiltCase> {
  await owner.query("BEGIN");
  await owner.query("SELECT set_config('app.lab_id', $1, true)", [lab.id]);
  const patientId = await one(owner, "INSERT INTO patients (practice_id, reference) VALUES ($1, $2) RETURNING id", [
    lab.practiceId,
    unique(),
  ]);
  const number = await one(owner, "SELECT next_number('case') AS id", []);
  const caseId = await one(
    owner,
    `INSERT INTO cases (number, practice_id, dentist_id, patient_id, due_on, ship_by, submitted_at, submitted_by_id)
     VALUES ($1, $2, $3, $4, current_date + 10, current_date + 9, now(), $5) RETURNING id`,
    [number, lab.practiceId, lab.dentistId, patientId, lab.actors.dentist.userId],
  );
  const itemIds: string[] = [];
  const stageIds: string[] = [];
  for (const [i, item] of items.entries()) {
    const itemId = await one(
      owner,
      `INSERT INTO case_items (case_id, template_id, position, procedure_type, material, units)
       SELECT $1, id, $2, $3::text, $4::text, $5 FROM workflow_templates
       WHERE lab_id = app_lab_id() AND procedure_type = $3::text AND (material IS NULL OR material = $4::text) ORDER BY material NULLS LAST LIMIT 1 RETURNING id`,
      [caseId, i + 1, item.procedureType, item.material ?? null, Math.max(item.teeth?.length ?? 1, 1)],
    );
    for (const tooth of item.teeth ?? [])
      await owner.query("INSERT INTO case_item_teeth (item_id, tooth) VALUES ($1, $2)", [itemId, tooth]);
    itemIds.push(itemId);
    stageIds.push(
      await one(
        owner,
        "INSERT INTO workflow_stages (case_id, item_id, stage) VALUES ($1, $2, 'receiving') RETURNING id",
        [caseId, itemId],
      ),
    );
  }
  await owner.query("COMMIT");
  return { id: caseId, number, itemIds, stageIds };
}

async function one(owner: ClientBase, text: string, values: unknown[]): Promise<string> {
  const row = (await owner.query<{ id: string }>(text, values)).rows[0];
  if (!row) throw new Error(`No row: ${text}`);
  return row.id;
}
