import type { ClientBase } from "pg";

type Column = { table: string; column: string; type: string; domain: string | null; required: boolean };
type Reference = { table: string; column: string; parent: string; parentColumn: string };

/** What a rule of the table needs beyond its columns' types, as SQL expressions. */
const PARTICULARS: Record<string, Record<string, string>> = {
  users: { email: "gen_random_uuid() || '@fill.casepan.test'" },
  labs: { time_zone: "'Europe/London'", slug: "'fill-' || left(gen_random_uuid()::text, 8)" },
  sessions: { expires_at: "now() + interval '1 day'" },
  cases: { due_on: "current_date + 2", ship_by: "current_date + 1" },
  case_files: { sha256: "repeat('0', 64)", kind: "'scan'" },
  case_item_teeth: { tooth: "14" },
  case_notes: { audience: "'shared'" },
  case_events: { audience: "'shared'" },
  staff_schedules: { starts_at: "'08:00'", ends_at: "'16:00'" },
  leave_requests: { from_day: "current_date + 30", to_day: "current_date + 31" },
  appointments: { starts_at: "now()", ends_at: "now() + interval '1 hour'" },
  appointment_people: { user_id: "(SELECT user_id FROM memberships WHERE lab_id = $1 LIMIT 1)" },
  payments: { amount: "10" },
  allocations: { amount: "0.01", payment_id: "(SELECT id FROM payments WHERE lab_id = $1 LIMIT 1)" },
  refunds: { amount: "0.01", payment_id: "(SELECT id FROM payments WHERE lab_id = $1 LIMIT 1)" },
  credit_notes: { invoice_id: "(SELECT invoice_id FROM invoice_items WHERE lab_id = $1 LIMIT 1)" },
  credit_note_items: {
    tax: "0",
    tax_percent:
      "(SELECT i.tax_percent FROM invoice_items i JOIN credit_notes n ON n.lab_id = i.lab_id AND n.invoice_id = i.invoice_id WHERE i.lab_id = $1 LIMIT 1)",
    invoice_item_id:
      "(SELECT i.id FROM invoice_items i JOIN credit_notes n ON n.lab_id = i.lab_id AND n.invoice_id = i.invoice_id WHERE i.lab_id = $1 LIMIT 1)",
  },
  audit_seals: {
    begins_at: "now() - interval '1 day'",
    ends_at: "now()",
    digest: "repeat('0', 64)",
    previous_digest: "repeat('0', 64)",
  },
  month_end_runs: { month: "date_trunc('month', current_date)" },
  route_templates: { weekdays: "'{1}'", departs_at: "'08:00'", shift_ends_at: "'16:00'" },
  stop_photos: { sha256: "repeat('0', 64)", store_key: "gen_random_uuid()" },
  conversation_participants: {
    user_id:
      "(SELECT m.user_id FROM memberships m JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id WHERE m.lab_id = $1 AND r.kind = 'admin' LIMIT 1)",
  },
  message_attachments: { sha256: "repeat('0', 64)", store: "'local'", store_key: "gen_random_uuid()" },
  batches: { stage: "'sintering'" },
  lot_parts: { quantity: "0" },
  lot_certificates: { sha256: "repeat('0', 64)" },
  department_budgets: { valid_from: "date_trunc('month', current_date)" },
  equipment_files: { sha256: "repeat('0', 64)", store_key: "gen_random_uuid()" },
  performance_reviews: {
    reviewer_id:
      "(SELECT m.user_id FROM memberships m JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id WHERE m.lab_id = $1 AND r.kind = 'manager' LIMIT 1)",
    staff_profile_id:
      "(SELECT p.id FROM staff_profiles p JOIN memberships m ON m.lab_id = p.lab_id AND m.user_id = p.user_id JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id WHERE p.lab_id = $1 AND r.kind <> 'manager' LIMIT 1)",
  },
  equipment_downtimes: { ended_at: "now() + interval '1 hour'" },
  schedule_exceptions: { kind: "'other_hours'", starts_at: "'08:00'", ends_at: "'12:00'" },
  shifts: { starts_at: "now()", ends_at: "now() + interval '8 hours'" },
  bill_lines: { inventory_item_id: "(SELECT id FROM inventory_items WHERE lab_id = $1 LIMIT 1)" },
  rota_feeds: { token_hash: "encode(sha256(gen_random_uuid()::text::bytea), 'hex')" },
  settings: { is_public: "true", value: "'1'" },
  mail_texts: { kind: "'invitation'", language: "'en'" },
};

async function columnsOf(owner: ClientBase): Promise<Column[]> {
  const found = await owner.query<Column>(`
    SELECT c.table_name AS table, c.column_name AS column, c.udt_name AS type, c.domain_name AS domain,
      c.is_nullable = 'NO' AND c.column_default IS NULL AND c.is_generated = 'NEVER' AS required
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE'`);
  return found.rows;
}

async function referencesOf(owner: ClientBase): Promise<Reference[]> {
  const found = await owner.query<Reference>(`
    SELECT conrelid::regclass::text AS table, a.attname AS column, confrelid::regclass::text AS parent, f.attname AS "parentColumn"
    FROM pg_constraint, unnest(conkey, confkey) AS k(mine, theirs)
    JOIN LATERAL (SELECT attname FROM pg_attribute WHERE attrelid = conrelid AND attnum = k.mine) a ON true
    JOIN LATERAL (SELECT attname FROM pg_attribute WHERE attrelid = confrelid AND attnum = k.theirs) f ON true
    WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND a.attname <> 'lab_id'`);
  return found.rows;
}

/**
 * Puts at least one row into every table of a lab that has a `lab_id`, so that a test of isolation has something to leak. Knows
 * the tables from the catalogue: a new one is filled without a change here unless a rule of its own wants more (PARTICULARS).
 */
export async function fillEveryTable(owner: ClientBase, labId: string): Promise<void> {
  const [columns, references] = [await columnsOf(owner), await referencesOf(owner)];
  const waiting = new Set(
    columns.filter((c) => c.column === "lab_id" && !c.table.startsWith("audit_log")).map((c) => c.table),
  );
  // An invoice must have been sent, or a payment received, for these; the loop's end adds them.
  const last = ["credit_notes", "credit_note_items", "allocations", "refunds"];
  for (const table of last) waiting.delete(table);
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [labId]);
  while (waiting.size > 0) {
    const ready = [...waiting].filter((table) =>
      references.every(
        (r) => r.table !== table || r.parent === table || !waiting.has(r.parent) || !isRequired(columns, r),
      ),
    );
    if (ready.length === 0) throw new Error(`Tables that wait for each other: ${[...waiting].join(", ")}`);
    for (const table of ready) {
      await fill(owner, table, labId, columns, references);
      waiting.delete(table);
    }
  }
  await owner.query(
    `UPDATE invoices SET number = 'FILL-' || id, issued_on = current_date, due_on = current_date + 30, status = 'sent' WHERE lab_id = $1 AND status = 'draft'`,
    [labId],
  );
  for (const table of last) await fill(owner, table, labId, columns, references);
}

const isRequired = (columns: Column[], r: Reference) =>
  columns.some((c) => c.table === r.table && c.column === r.column && c.required);

async function fill(
  owner: ClientBase,
  table: string,
  labId: string,
  columns: Column[],
  references: Reference[],
): Promise<void> {
  const present = await owner.query(`SELECT 1 FROM ${table} WHERE lab_id = $1 LIMIT 1`, [labId]);
  if (present.rowCount) return;
  const values = new Map<string, string>([["lab_id", "$1"]]);
  for (const c of columns.filter((x) => x.table === table && x.required && x.column !== "lab_id")) {
    values.set(c.column, PARTICULARS[table]?.[c.column] ?? (await valueFor(owner, c, references)));
  }
  for (const [column, value] of Object.entries(PARTICULARS[table] ?? {})) values.set(column, value);
  if (table === "case_files") values.set("case_id", "(SELECT id FROM cases WHERE lab_id = $1 LIMIT 1)");
  if (table === "invoice_items") values.set("unit_price", "10");
  await owner.query(
    `INSERT INTO ${table} (${[...values.keys()].join(", ")}) VALUES (${[...values.values()].join(", ")})`,
    [labId],
  );
}

async function valueFor(owner: ClientBase, column: Column, references: Reference[]): Promise<string> {
  const reference = references.find((r) => r.table === column.table && r.column === column.column);
  if (reference) {
    const scoped = (
      await owner.query("SELECT 1 FROM information_schema.columns WHERE table_name = $1 AND column_name = 'lab_id'", [
        reference.parent,
      ])
    ).rowCount;
    return `(SELECT ${reference.parentColumn} FROM ${reference.parent} ${scoped ? "WHERE lab_id = $1" : ""} LIMIT 1)`;
  }
  if (column.domain) {
    const check = await owner.query<{ first: string | null }>(
      "SELECT substring(pg_get_constraintdef(oid) FROM '''([a-z_]+)''::text') AS first FROM pg_constraint WHERE contypid = $1::regtype",
      [column.domain],
    );
    return `'${check.rows[0]?.first ?? "GBP"}'`;
  }
  const byType: Record<string, string> = {
    uuid: "gen_random_uuid()",
    int4: "1",
    int8: "1",
    numeric: "1",
    bool: "true",
    date: "current_date",
    timestamptz: "now()",
    jsonb: "'{}'",
  };
  return byType[column.type] ?? "left(gen_random_uuid()::text, 8)";
}
