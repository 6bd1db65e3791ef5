import { createHash } from "node:crypto";
import { DateTime } from "luxon";
import type { ClientBase } from "pg";
import { type BuiltLab, buildPractice } from "@/lib/testing/build";
import { Chance } from "@/prisma/seed/random";

type Row = Record<string, unknown>;
/** The months the story plays in, and what every report is asked for. */
export const STORY = { from: "2025-10-01", to: "2026-03-01", months: 6 };
/** Right at the ends of months and of the year, in the zones of the tests: each falls into another month in another zone. */
const EDGES = [
  "2025-12-31T23:30:00Z",
  "2026-01-01T04:30:00Z",
  "2025-10-31T10:59:00Z",
  "2025-10-31T11:01:00Z",
  "2026-02-28T23:59:59Z",
];
const PROCEDURES = ["crowns", "bridges", "night_guards", "repairs"] as const;
const STAGES = ["receiving", "design", "milling", "quality_control", "delivery"] as const;

/**
 * Half a year of a lab, the same on every machine: cases open, delivered whole and in parts, cancelled and deleted, their attempts, and
 * remakes of which some were cancelled. `owner` must not be in a transaction.
 */
export async function tellWork(owner: ClientBase, lab: BuiltLab, seed: number): Promise<void> {
  const chance = new Chance(seed);
  let ids = 0;
  const id = () => {
    const hex = createHash("sha256").update(`${lab.id} ${seed} ${ids++}`).digest("hex");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  };
  await owner.query("BEGIN");
  await owner.query("SELECT set_config('app.lab_id', $1, true)", [lab.id]);
  const practices = [lab.practiceId, (await buildPractice(owner)).id];
  const second = await owner.query(
    "INSERT INTO dentist_profiles (full_name, licence_number) VALUES ('Dr Other', $1) RETURNING id",
    [id()],
  );
  const dentists = [lab.dentistId, second.rows[0]?.id as string];
  const patients = await owner.query(
    "INSERT INTO patients (practice_id, reference) SELECT p, 'P' || n FROM unnest($1::uuid[]) WITH ORDINALITY t (p, n) RETURNING id, practice_id",
    [practices],
  );
  const { rows: templates } = await owner.query(
    "SELECT DISTINCT ON (procedure_type) id, procedure_type FROM workflow_templates WHERE lab_id = app_lab_id() ORDER BY procedure_type, id",
  );
  const { rows: departments } = await owner.query(
    "SELECT id FROM departments WHERE lab_id = app_lab_id() ORDER BY name LIMIT 2",
  );
  const { rows: causes } = await owner.query(
    "SELECT id FROM reasons WHERE lab_id = app_lab_id() AND kind = 'remake' ORDER BY position LIMIT 3",
  );
  const people = [lab.actors.technician.userId, lab.actors.manager.userId];
  const cases: Row[] = [];
  const items: Row[] = [];
  const stages: Row[] = [];
  const remakes: Row[] = [];
  const remade: Row[] = [];

  const begin = DateTime.fromISO("2025-10-01T00:00:00Z");
  const addCase = (n: number, original?: Row): Row => {
    const at = original
      ? DateTime.fromISO(original.delivered_at as string).plus({ days: 5 })
      : n < EDGES.length
        ? DateTime.fromISO(EDGES[n] as string)
        : begin.plus({ minutes: chance.between(0, 150 * 1440) });
    const practice = (original?.practice_id as string) ?? chance.pick(practices);
    const status = chance.weighted([
      ["delivered", 12],
      ["designing", 3],
      ["cancelled", 2],
    ] as const);
    const due = at.plus({ days: chance.between(4, 9) }).toISODate();
    const made = at.plus({ hours: chance.between(40, 320) });
    const row: Row = {
      id: id(),
      number: `C-${seed}-${n}`,
      practice_id: practice,
      dentist_id: (original?.dentist_id as string) ?? chance.pick(dentists),
      patient_id: patients.rows.find((one) => one.practice_id === practice)?.id,
      status,
      due_on: due,
      ship_by: due,
      submitted_at: at.toISO(),
      submitted_by_id: lab.actors.dentist.userId,
      received_at: at.plus({ hours: 3 }).toISO(),
      delivered_at: status === "delivered" ? made.toISO() : null,
      cancelled_at: status === "cancelled" ? made.toISO() : null,
      remake_of_id: original?.id ?? null,
      deleted_at: chance.happens(0.06) ? made.toISO() : null,
    };
    cases.push(row);
    return row;
  };
  const addItem = (of: Row, position: number, like?: Row): Row => {
    const procedure = (like?.procedure_type as string) ?? chance.pick(PROCEDURES);
    const isPart = of.status === "designing" && position === 1 && chance.happens(0.4);
    const status =
      of.status === "cancelled" || chance.happens(0.05)
        ? "cancelled"
        : of.status === "delivered" || isPart
          ? "delivered"
          : "in_production";
    const delivered = of.delivered_at
      ? DateTime.fromISO(of.delivered_at as string).minus({ hours: chance.pick([0, 0, 30]) })
      : DateTime.fromISO(of.submitted_at as string).plus({ hours: 70 });
    const at = DateTime.max(delivered, DateTime.fromISO(of.submitted_at as string)).toISO();
    const row: Row = {
      id: id(),
      case_id: of.id,
      template_id: templates.find((one) => one.procedure_type === procedure)?.id,
      position,
      procedure_type: procedure,
      material: like ? like.material : chance.pick(["zirconia_full", "pmma", null]),
      units: like ? like.units : chance.between(1, 4),
      status,
      delivered_at: status === "delivered" ? at : null,
      finished_at: status === "delivered" ? at : null,
      deleted_at: chance.happens(0.04) ? at : null,
    };
    items.push(row);
    addStages(of, row);
    return row;
  };
  const addStages = (of: Row, item: Row): void => {
    let at = DateTime.fromISO(of.submitted_at as string);
    for (const stage of item.status === "in_production" ? STAGES.slice(0, 2) : STAGES) {
      for (const attempt of chance.happens(0.15) ? [1, 2] : [1]) {
        const isOpen = item.status === "in_production" && stage === "design" && attempt === 1;
        const done = at.plus({ minutes: chance.between(20, 3000) });
        stages.push({
          id: id(),
          case_id: of.id,
          item_id: item.id,
          stage,
          attempt,
          status: isOpen ? "pending" : "completed",
          department_id: chance.pick([departments[0]?.id, departments[1]?.id, null]),
          queued_at: at.toISO(),
          started_at: isOpen ? null : at.toISO(),
          completed_at: isOpen ? null : done.toISO(),
          completed_by_id: isOpen ? null : chance.pick(people),
          working_seconds: isOpen ? 0 : chance.between(60, 3600),
          machine_seconds: isOpen ? 0 : chance.pick([0, 0, 900]),
          outcome: isOpen
            ? null
            : chance.weighted([
                ["passed", 10],
                ["failed", 1],
                ["sent_back", 1],
                ["cancelled", 1],
              ] as const),
          deleted_at: !isOpen && chance.happens(0.03) ? done.toISO() : null,
        });
        if (isOpen) return;
        at = done;
      }
    }
  };
  for (let n = 0; n < 90; n += 1) {
    const one = addCase(n);
    for (let position = 1; position <= chance.between(1, 3); position += 1) addItem(one, position);
  }
  const originals = cases.filter((one) => one.status === "delivered").filter((_, i) => i % 4 === 0);
  for (const [i, original] of originals.entries()) {
    const wanted = items
      .filter((one) => one.case_id === original.id && one.status === "delivered")
      .slice(0, chance.between(1, 2));
    for (const again of i % 5 === 0 ? [0, 1] : [0]) {
      const made = addCase(1000 + i * 2 + again, original);
      const answered = DateTime.fromISO(made.submitted_at as string)
        .plus({ hours: again })
        .toISO();
      const remake: Row = {
        id: id(),
        original_id: original.id,
        case_id: made.id,
        cause_id: chance.pick(causes).id,
        responsible: chance.pick(["lab", "dentist", "courier"]),
        charge_percent: 0,
        asked_by_id: lab.actors.dentist.userId,
        answered_by_id: lab.actors.manager.userId,
        answered_at: answered,
      };
      remakes.push(remake);
      for (const [position, like] of wanted.entries())
        remade.push({
          id: id(),
          remake_id: remake.id,
          item_id: like.id,
          made_item_id: addItem(made, position + 1, like).id,
        });
    }
  }
  for (const [table, rows] of [
    ["cases", cases],
    ["case_items", items],
    ["workflow_stages", stages],
    ["remakes", remakes],
    ["remake_items", remade],
  ] as const)
    await insert(owner, table, rows);
  await owner.query("COMMIT");
}

/** Puts rows of the same columns into a table. */
export async function insert(owner: ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const columns = Object.keys(rows[0] as Row).join(", ");
  await owner.query(
    `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::${table}, $1)`,
    [JSON.stringify(rows)],
  );
}
