import type { ClientBase, QueryResultRow } from "pg";
import { PERMISSIONS } from "@/lib/access/permissions";
import { DEFAULT_ROLES, PRACTICE_STAFF, USER_ROLES } from "@/lib/access/roles";
import { DEFAULT_RULES } from "@/lib/cases/particulars/defaults";
import { addBills } from "./defaults/add-bills";
import { addPrices, addTaxRate } from "./defaults/add-prices";
import { DEFAULT_TEMPLATES } from "./defaults/templates";
import { DEFAULT_CHECKLIST, DEFAULT_DEPARTMENTS, DEFAULT_REASONS, type ReasonKind } from "./defaults/vocabulary";

export type NewLab = {
  name: string;
  slug: string;
  /** IANA zone. */
  timeZone: string;
  /** ISO 4217. */
  currency: string;
  /** BCP 47. */
  locale: string;
  country: string;
  taxPercent: string;
  taxName: string;
};

/** Runs one statement and answers its rows: on the owner's connection, or on a transaction of the app. */
export type Run = <Row extends QueryResultRow>(text: string, values: unknown[]) => Promise<Row[]>;

/** Keeps the table of permissions like the list in the code. Runs as the owner. */
export async function syncPermissions(run: Run): Promise<void> {
  await run(
    `INSERT INTO permissions (key, module, description)
     SELECT key, split_part(key, '.', 1), value FROM jsonb_each_text($1) ON CONFLICT (key) DO UPDATE SET description = excluded.description`,
    [JSON.stringify(PERMISSIONS)],
  );
}

/**
 * Opens a lab with everything it needs to receive a case: what `fillLab` gives it, a tax rate and a price list. Answers its id. Runs on
 * the owner's connection, in the caller's transaction. Prices hold from 1 January of last year in the lab.
 */
export async function openLab(owner: ClientBase, lab: NewLab): Promise<string> {
  const run: Run = async (text, values) => (await owner.query(text, values)).rows;
  await syncPermissions(run);
  const [inserted] = await run<{ id: string }>(
    "INSERT INTO labs (name, slug, time_zone, currency, locale, country) VALUES ($1, $2, $3, $4, $5, $6) RETURNING id",
    [lab.name, lab.slug, lab.timeZone, lab.currency, lab.locale, lab.country],
  );
  const { id } = inserted as { id: string };
  await run("SELECT set_config('app.lab_id', $1, true)", [id]);
  await fillLab(run);
  await addTaxRate(run, { name: lab.taxName, percent: lab.taxPercent });
  await addPrices(run, { currency: lab.currency, percent: "100" });
  return id;
}

/**
 * Gives the lab that the transaction acts for what every lab starts with: roles with permissions, departments, workflow templates, what
 * is asked per restoration, reasons, the quality checklist and bills of materials.
 */
export async function fillLab(run: Run): Promise<void> {
  const roles = [...USER_ROLES.map((kind) => ({ key: kind as string, kind, ...DEFAULT_ROLES[kind] })), PRACTICE_STAFF];
  for (const role of roles) {
    await run(
      `WITH r AS (INSERT INTO roles (key, name, kind, description, is_system) VALUES ($1, $2, $3, $4, true) RETURNING id)
       INSERT INTO role_permissions (role_id, permission_key) SELECT r.id, k FROM r, unnest($5::text[]) k`,
      [role.key, role.name, role.kind, role.description, role.permissions],
    );
  }
  await run(
    "INSERT INTO departments (key, name, daily_capacity_units) SELECT x.key, x.name, x.capacity FROM jsonb_to_recordset($1) x(key text, name text, capacity int)",
    [JSON.stringify(DEFAULT_DEPARTMENTS.map((d) => ({ key: d.key, name: d.name, capacity: d.dailyCapacityUnits })))],
  );
  await addTemplates(run);
  await run(
    `INSERT INTO restoration_particulars (procedure_type, material, particular, demand)
     SELECT x."procedureType", x.material, x.particular, x.demand
     FROM jsonb_to_recordset($1) x("procedureType" text, material text, particular text, demand text)`,
    [JSON.stringify(DEFAULT_RULES)],
  );
  await addReasons(run);
  await run(
    `INSERT INTO checklist_items (stage, procedure_type, label, position)
     SELECT 'quality_control', x."procedureType", x.label, x.position FROM jsonb_to_recordset($1) x("procedureType" text, label text, position int)`,
    [JSON.stringify(DEFAULT_CHECKLIST.map((c, position) => ({ ...c, position })))],
  );
  await addBills(run);
}

async function addTemplates(run: Run): Promise<void> {
  const departments = await run<{ id: string; key: string }>(
    "SELECT id, key FROM departments WHERE lab_id = app_lab_id()",
    [],
  );
  const departmentOf = (stage: string) => {
    const key = DEFAULT_DEPARTMENTS.find((d) => d.stages.some((s) => s === stage))?.key;
    return departments.find((d) => d.key === key)?.id;
  };
  for (const template of DEFAULT_TEMPLATES) {
    const stages = template.stages.map(([stage, days], i) => ({
      stage,
      days,
      position: i + 1,
      department: departmentOf(stage),
    }));
    await run(
      `WITH t AS (INSERT INTO workflow_templates (name, procedure_type, material, rush_days) VALUES ($1, $2, $3, $4) RETURNING id)
       INSERT INTO workflow_template_stages (template_id, stage, position, days, department_id)
       SELECT t.id, x.stage, x.position, x.days, x.department FROM t, jsonb_to_recordset($5) x(stage text, days numeric, position int, department uuid)`,
      [template.name, template.procedureType, template.material ?? null, template.rushDays, JSON.stringify(stages)],
    );
  }
}

async function addReasons(run: Run): Promise<void> {
  for (const kind of Object.keys(DEFAULT_REASONS) as ReasonKind[]) {
    for (const [position, [code, label, under]] of DEFAULT_REASONS[kind].entries()) {
      await run(
        `INSERT INTO reasons (kind, code, label, position, parent_id)
         VALUES ($1::text, $2, $3, $4, (SELECT id FROM reasons WHERE lab_id = app_lab_id() AND kind = $1::text AND code = $5))`,
        [kind, code, label, position, under ?? null],
      );
    }
  }
}
