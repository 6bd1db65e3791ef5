import { sumOf } from "@/lib/billing/line-amounts";
import { AGE_LABEL, AGES, type Ageing, overdueOf } from "@/lib/billing/statements/ageing";
import { sql } from "@/lib/db/sql";
import { MOST_BARS, toldApart } from "../chart-rows";
import { all, idOf } from "../conditions";
import { count, money } from "../meanings";
import type { Report } from "../result";

const SERIES = AGES.map((key) => ({ key, label: AGE_LABEL[key], only: key.toLowerCase() }));
/** Where each practice's account stands with its credit. */
const BALANCES = "/invoices/statements";
type Rest = { practiceId: string; practice: string; credit: string; balance: string };
const agesOf = (of: Ageing) => Object.fromEntries(AGES.map((key) => [key, of[key]]));

/** What is owed today in the lab's currency, by how long it is overdue: by the function that the balances under Statements read. */
export const receivables: Report = {
  figures: [
    money("owed", "Owed", "Unsettled amounts of all invoices sent until today, due or not.", {}),
    money(
      "overdue",
      "Overdue",
      "Unsettled amounts of the invoices whose due day is past.",
      { only: "overdue" },
      "less",
    ),
    money(
      "over60",
      "Over 60 days",
      "Unsettled amounts of the invoices whose due day is more than 60 days past.",
      { only: "over60" },
      "less",
    ),
    money(
      "credit",
      "Credit",
      "Payments and credit notes of practices that settle no invoice yet.",
      null,
      undefined,
      BALANCES,
    ),
    money("balance", "Balance", "Owed less credit.", null, undefined, BALANCES),
    count("practices", "Accounts", "Practices with anything open, owed or in credit.", null, undefined, BALANCES),
  ],
  amount: { label: "Owed", format: { style: "money" } },
  async read(tx, { today, currency, filter }) {
    const open = await tx.rows<Ageing & Rest>(sql`
      SELECT b.practice_id AS "practiceId", coalesce(p.name, 'Practice') AS practice, b.not_due AS "notDue", b.days_30 AS days30, b.days_60 AS days60, b.days_90 AS days90,
        b.older, b.credit, b.balance
      FROM balances_on(${today}::date, ${filter.practice}::uuid) b LEFT JOIN practices p ON p.id = b.practice_id
      WHERE b.currency = ${currency} ORDER BY b.balance DESC, 2`);
    const sum = (of: keyof Ageing | "credit" | "balance") => sumOf(open.map((row) => row[of]));
    const sums = {
      notDue: sum("notDue"),
      days30: sum("days30"),
      days60: sum("days60"),
      days90: sum("days90"),
      older: sum("older"),
    };
    const format = { style: "money", currency } as const;
    return {
      values: {
        owed: sumOf(Object.values(sums)),
        overdue: overdueOf(sums),
        over60: sumOf([sums.days90, sums.older]),
        credit: sum("credit"),
        balance: sum("balance"),
        practices: open.length,
      },
      charts: [
        {
          title: "Owed by age",
          definition: "What is owed today by the days since it was due.",
          kind: "bar",
          xLabel: "Overdue",
          series: [{ key: "owed", label: "Owed" }],
          format,
          rows: AGES.map((key) => ({
            label: AGE_LABEL[key],
            values: { owed: sums[key] },
            part: { only: key.toLowerCase() },
          })),
        },
        {
          title: "Owed by practice",
          definition: "What is owed today by practice, the 15 with the largest balance.",
          kind: "stacked",
          xLabel: "Practice",
          series: SERIES,
          format,
          rows: toldApart(
            open
              .slice(0, MOST_BARS)
              .map((row) => ({ label: row.practice, values: agesOf(row), part: { key: row.practiceId } })),
          ),
        },
      ],
    };
  },
  behind(ask, { key, only }) {
    const days = sql`(${ask.today}::date - o.due_on)`;
    const ages: Record<string, ReturnType<typeof sql>> = {
      overdue: sql`${days} > 0`,
      over60: sql`${days} > 60`,
      notdue: sql`${days} <= 0`,
      days30: sql`${days} BETWEEN 1 AND 30`,
      days60: sql`${days} BETWEEN 31 AND 60`,
      days90: sql`${days} BETWEEN 61 AND 90`,
      older: sql`${days} > 90`,
    };
    return sql`
      SELECT o.id, o.due_on AS at, 'Invoice ' || o.number || CASE WHEN ${days} > 0 THEN ', ' || ${days} || ' days overdue' ELSE ', not due yet' END AS what,
        NULL::uuid AS case_id, o.id AS invoice_id, NULL::uuid AS lot_id, o.balance AS amount
      FROM open_invoices_on(${ask.today}::date, ${idOf(key) ?? ask.filter.practice}::uuid) o
      WHERE ${all([sql`o.currency = ${ask.currency} AND o.balance > 0`, (only && ages[only]) || null])}`;
  },
};
