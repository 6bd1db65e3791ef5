import type { Context } from "@/lib/access/action";
import { joinSql, rawSql, type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { StoreName } from "@/lib/files/store";
import { announce, enqueue } from "@/lib/outbox/outbox";
import type { Held, HeldKind } from "./held";
import { PRESCRIPTION_TRACES, REFERENCE_TRACE } from "./kept-traces";
import { type Scope, TRACES } from "./traces";

export type Erased = { id: string; number: string; keptUntil: string | null };
/** What a certificate tells of: so many of a kind that went, or that the law keeps until a day. */
export type ErasedKind = { what: string; count: number };
export type KeptKind = { what: string; law: string; count: number; until: string };

export const ERASURES_TOPIC = "erasures";
const MDR = "Regulation (EU) 2017/745, Annex XIII, section 4";
const TAX = "Tax law: invoices";

/** Erases what is held but for what the law keeps, redacts the same in the audit log, and writes the erasure's own record. */
export async function carryOut(
  context: Context,
  held: Held,
  why: { ground: "request" | "kept_time_over"; askedOn: string | null },
): Promise<Erased> {
  const { actor, tx } = context;
  const { patient } = held;
  const kept = keptOf(held);
  const pseudonymised = !kept.some(({ law }) => law === MDR);
  const id = await one(tx, sql`SELECT uuid_v7() AS value`);
  const erased: ErasedKind[] = [];
  const contents = await contentsOf(tx, held.kinds);
  for (const kind of held.kinds) {
    await eraseRows(tx, kind, held.scope);
    if (kind.ids.length > 0) erased.push({ what: kind.label, count: kind.ids.length });
  }
  if (patient.fullName) await forgetName(tx, held, patient.fullName);
  const lines = held.lines.filter(({ keptUntil }) => keptUntil === null).map(({ id }) => id);
  if (lines.length > 0) {
    await tx.execute(sql`UPDATE invoice_items SET patient_code = '[erased]' WHERE id = ANY(${lines}::uuid[])`);
    erased.push({ what: "Reference on invoices", count: lines.length });
  }
  if (held.letters.length > 0) {
    await tx.execute(sql`SELECT erase_words('mail_messages', ${held.letters.map((letter) => letter.id)}::uuid[])`);
    erased.push({ what: "Letters", count: held.letters.length });
  }
  if (pseudonymised) {
    await tx.execute(sql`UPDATE patients SET reference = 'erased-' || right(id::text, 12) WHERE id = ${patient.id}`);
    erased.push({ what: REFERENCE_TRACE.label, count: 1 });
  }
  const earlier = await tx.rows<{ id: string }>(sql`SELECT id FROM patient_erasures WHERE patient_id = ${patient.id}`);
  const replaces = earlier.map((one) => one.id);
  await tx.execute(sql`SELECT take_over_redactions(${id}::uuid, ${replaces}::uuid[])`);
  const entries = await redact(tx, id, held, { lines, pseudonymised });
  if (entries > 0) erased.push({ what: "Entries of the audit log, redacted", count: entries });
  if (contents.length > 0) await enqueue(tx, "remove_contents", { labId: actor.lab.id, contents });
  const keptUntil = kept.map(({ until }) => until).toSorted()[0] ?? null;
  const number = `E-${new Date().getFullYear()}-${id.slice(-6).toUpperCase()}`;
  await tx.execute(sql`
    INSERT INTO patient_erasures (id, number, patient_id, practice_id, ground, asked_on, erased, kept, kept_until, redacted, replaces, done_by_id)
    VALUES (${id}, ${number}, ${patient.id}, ${patient.practiceId}, ${why.ground}, ${why.askedOn}, ${JSON.stringify(erased)}::jsonb, ${JSON.stringify(kept)}::jsonb,
      ${keptUntil}, redacted_by(${id}::uuid), ${replaces}::uuid[], ${actor.userId})`);
  await announce(tx, [ERASURES_TOPIC, ...held.cases.map((one) => `case:${one.id}`)]);
  return { id, number, keptUntil };
}

const one = async (tx: Transaction, statement: Sql) => (await tx.row<{ value: string }>(statement))?.value as string;

function keptOf({ cases, lines }: Held): KeptKind[] {
  const byDay = (what: string, law: string, days: (string | null)[]): KeptKind[] => {
    const counts = new Map<string, number>();
    for (const day of days) if (day) counts.set(day, (counts.get(day) ?? 0) + 1);
    return [...counts].sort().map(([until, count]) => ({ what, law, count, until }));
  };
  return [
    ...byDay(
      "Prescription and statement of a case, under the reference",
      MDR,
      cases.map((one) => one.keptUntil),
    ),
    ...byDay(
      "Line of an invoice, under the reference",
      TAX,
      lines.map((one) => one.keptUntil),
    ),
  ];
}

const TRACE_OF = new Map([...TRACES, ...PRESCRIPTION_TRACES].map((trace) => [`${trace.table} ${trace.label}`, trace]));

async function eraseRows(tx: Transaction, { table, label, ids }: HeldKind, scope: Scope): Promise<void> {
  const trace = TRACE_OF.get(`${table} ${label}`);
  if (!trace || ids.length === 0) return;
  if (trace.appended) {
    await tx.execute(sql`SELECT erase_words(${table}, ${ids}::uuid[])`);
    return;
  }
  if (trace.change) {
    const [column] = trace.columns.map((name) => rawSql(`"${name}"`));
    await tx.execute(
      sql`UPDATE ${rawSql(table)} t SET ${column as Sql} = ${trace.change(scope)} WHERE t.id = ANY(${ids}::uuid[])`,
    );
    return;
  }
  const types = await tx.rows<{ name: string; change: string }>(sql`
    SELECT a.attname AS name, CASE WHEN a.attnotnull AND y.typname = 'jsonb' THEN 'json' WHEN y.typname = 'text' AND a.attname <> 'scanner_order_id' THEN 'text' ELSE 'null' END AS change
    FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid WHERE a.attrelid = ${table}::regclass AND a.attname = ANY(${trace.columns}::text[])`);
  const sets = types.map(({ name, change }) => {
    const column = rawSql(`"${name}"`);
    if (change === "json") return sql`${column} = ${table === "case_drafts" ? '{"erased": true}' : "{}"}::jsonb`;
    return change === "text"
      ? sql`${column} = CASE WHEN ${column} <> '' THEN '[erased]' ELSE ${column} END`
      : sql`${column} = NULL`;
  });
  if (table === "case_files") sets.push(sql`erased_at = now()`, sql`deleted_at = coalesce(deleted_at, now())`);
  if (table === "case_drafts")
    sets.push(
      sql`deleted_at = CASE WHEN submitted_case_id IS NULL THEN coalesce(deleted_at, now()) ELSE deleted_at END`,
    );
  await tx.execute(sql`UPDATE ${rawSql(table)} SET ${joinSql(sets)} WHERE id = ANY(${ids}::uuid[])`);
}

/** In words that the law keeps the name gives way to nothing: they are about a reference. */
async function forgetName(tx: Transaction, { scope }: Held, name: string): Promise<void> {
  const forget = (column: string) => sql`${rawSql(column)} = replace(${rawSql(column)}, ${name}, '[erased]')`;
  await tx.execute(
    sql`UPDATE cases SET ${forget("instructions")} WHERE id = ANY(${scope.cases}::uuid[]) AND position(${name} IN instructions) > 0`,
  );
  await tx.execute(
    sql`UPDATE case_items SET ${forget("notes")} WHERE case_id = ANY(${scope.cases}::uuid[]) AND position(${name} IN notes) > 0`,
  );
}

/** What the stores are to let go of: the files and previews of the cases, and what was attached to their messages. */
async function contentsOf(tx: Transaction, kinds: readonly HeldKind[]): Promise<{ store: StoreName; key: string }[]> {
  const ids = (table: string) => kinds.filter((kind) => kind.table === table).flatMap((kind) => kind.ids);
  return tx.rows<{ store: StoreName; key: string }>(sql`
    SELECT store, store_key AS key FROM case_files WHERE id = ANY(${ids("case_files")}::uuid[])
    UNION SELECT preview_store, preview_key FROM case_files WHERE id = ANY(${ids("case_files")}::uuid[]) AND preview_key IS NOT NULL
    UNION SELECT store, store_key FROM message_attachments WHERE id = ANY(${ids("message_attachments")}::uuid[]) AND store_key IS NOT NULL`);
}

async function redact(
  tx: Transaction,
  erasure: string,
  held: Held,
  { lines, pseudonymised }: { lines: string[]; pseudonymised: boolean },
): Promise<number> {
  const { patient, scope } = held;
  const wanted: { table: string; ids: readonly string[]; columns: readonly string[] }[] = held.kinds.map((kind) => ({
    table: kind.table,
    ids: kind.ids,
    columns: TRACE_OF.get(`${kind.table} ${kind.label}`)?.columns ?? [],
  }));
  wanted.push({ table: "invoice_items", ids: lines, columns: ["patient_code"] });
  // Words that were changed since stand in the log as they were, wherever the row itself has none now.
  wanted.push({ table: "patients", ids: [patient.id], columns: TRACES[0]?.columns ?? [] });
  if (patient.fullName) wanted.push({ table: "cases", ids: scope.cases, columns: ["instructions"] });
  if (pseudonymised) wanted.push({ table: "patients", ids: [patient.id], columns: REFERENCE_TRACE.columns });
  let count = 0;
  for (const { table, ids, columns } of wanted)
    if (ids.length > 0)
      count += Number(
        await one(
          tx,
          sql`SELECT redact_audit(${erasure}::uuid, ${table}, ${ids}::uuid[], ${columns}::text[]) AS value`,
        ),
      );
  return count;
}
