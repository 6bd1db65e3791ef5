import { sumOf } from "../line-amounts";

/** What is owed by how long it is overdue. Decimal strings in the account's currency. */
export type Ageing = { notDue: string; days30: string; days60: string; days90: string; older: string };

/** The columns of ageing in their order, the youngest first. */
export const AGES = ["notDue", "days30", "days60", "days90", "older"] as const satisfies readonly (keyof Ageing)[];
export const AGE_LABEL: Record<keyof Ageing, string> = {
  notDue: "Current",
  days30: "1–30 days",
  days60: "31–60 days",
  days90: "61–90 days",
  older: "Over 90 days",
};

/** The column of an invoice so many days overdue (0 or less: not due yet). */
export function ageOf(daysOverdue: number): keyof Ageing {
  if (daysOverdue <= 0) return "notDue";
  if (daysOverdue <= 30) return "days30";
  if (daysOverdue <= 60) return "days60";
  return daysOverdue <= 90 ? "days90" : "older";
}

/** What is owed and past its due day. */
export const overdueOf = ({ days30, days60, days90, older }: Ageing): string => sumOf([days30, days60, days90, older]);
