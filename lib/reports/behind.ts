import type { ActingLab } from "@/lib/access/actor";
import { emptySql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { askOf, narrowed } from "./build-report";
import { KINDS } from "./kinds";
import type { Behind, ReportName, ReportParams } from "./schema";

/** One thing behind a figure: a case, an invoice or a movement of a lot, and the particular that made it count. */
export type ThingBehind = {
  id: string;
  /** The day it counts for. */
  at: string;
  what: string;
  href: string | null;
  /** The number of the case or invoice, or of the lot. */
  name: string;
  practice: string | null;
  dentist: string | null;
  amount: string | null;
};

export type BehindPage = {
  things: ThingBehind[];
  count: number;
  /** How many cases they are of. */
  cases: number;
  /** The sum of their amounts, as a decimal string. */
  amount: string | null;
  newer: string | null;
  older: string | null;
};

const PAGE = 50;
type Found = Omit<ThingBehind, "href" | "name"> & {
  caseId: string | null;
  caseNumber: string | null;
  invoiceId: string | null;
  invoiceNumber: string | null;
  lotId: string | null;
  lotNumber: string | null;
};

/**
 * The things behind a figure of a report, the latest first, 50 a page by key (`day~id`), with how many they are in all. It asks the tables
 * and not the view, by the very definition of the view, so figure and list differ only by what happened since the refresh.
 */
export async function thingsBehind(
  tx: Transaction,
  lab: ActingLab,
  name: ReportName,
  params: ReportParams & Behind & { after: string | null; before: string | null },
): Promise<BehindPage> {
  await tx.includeDeleted();
  const asked = askOf(lab, params);
  const things = KINDS[name].behind({ ...asked, filter: narrowed(name, asked.filter) }, params);
  const whole = await tx.row<{ count: number; cases: number; amount: string | null }>(
    sql`SELECT coalesce(sum(g.things), 0)::int AS count, count(g.case_id)::int AS cases, round(sum(g.amount), 2) AS amount
      FROM (SELECT b.case_id, count(*) AS things, sum(b.amount) AS amount FROM (${things}) b GROUP BY b.case_id) g`,
  );
  const [day, id] = (params.after ?? params.before)?.split("~") ?? [];
  const backwards = params.before !== null && params.after === null;
  const beyond = !day
    ? emptySql
    : backwards
      ? sql`WHERE (b.at, b.id) > (${day}::date, ${id}::uuid)`
      : sql`WHERE (b.at, b.id) < (${day}::date, ${id}::uuid)`;
  const found = await tx.rows<Found>(sql`
    SELECT b.id, b.at, b.what, round(b.amount, 2) AS amount, b.case_id AS "caseId", c.number AS "caseNumber", b.invoice_id AS "invoiceId", n.number AS "invoiceNumber", b.lot_id AS "lotId",
      l.number AS "lotNumber", p.name AS practice, d.full_name AS dentist
    FROM (SELECT * FROM (${things}) b ${beyond} ORDER BY ${backwards ? sql`b.at, b.id` : sql`b.at DESC, b.id DESC`} LIMIT ${PAGE + 1}) b
    LEFT JOIN cases c ON c.id = b.case_id LEFT JOIN invoices n ON n.id = b.invoice_id LEFT JOIN lots l ON l.id = b.lot_id
    LEFT JOIN practices p ON p.id = coalesce(n.practice_id, c.practice_id) LEFT JOIN dentist_profiles d ON d.id = c.dentist_id
    ORDER BY b.at DESC, b.id DESC`);
  const more = found.length > PAGE;
  const rows = backwards ? found.slice(more ? 1 : 0) : found.slice(0, PAGE);
  const keyOf = (row: Found | undefined) => (row ? `${row.at}~${row.id}` : null);
  return {
    things: rows.map(thingOf),
    count: whole?.count ?? 0,
    cases: whole?.cases ?? 0,
    amount: whole?.amount ?? null,
    newer: day && (backwards ? more : true) ? keyOf(rows[0]) : null,
    older: backwards || more ? keyOf(rows.at(-1)) : null,
  };
}

function thingOf({ caseId, caseNumber, invoiceId, invoiceNumber, lotId, lotNumber, ...row }: Found): ThingBehind {
  if (invoiceId) return { ...row, href: `/invoices/${invoiceId}`, name: invoiceNumber ?? "Invoice" };
  if (lotId) return { ...row, href: `/inventory/lots/${lotId}`, name: `Lot ${lotNumber ?? ""}`.trim() };
  return { ...row, href: caseId ? `/cases/${caseId}` : null, name: caseNumber ?? "–" };
}
