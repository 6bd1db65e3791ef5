import { CSV_START, csvLine } from "@/lib/cases/csv";
import type { Transaction } from "@/lib/db/transaction";
import { monthlyCosts } from "./queries";

const HEAD = ["month", "department", "hours", "work", "materials", "maintenance", "total", "budget", "left"];

/** The costs of the departments by month from `first` to `last` (`YYYY-MM-01`) against their budgets, as CSV in the lab's currency. */
export async function costsCsv(tx: Transaction, first: string, last: string): Promise<string> {
  const costs = await monthlyCosts(tx, first, last);
  const lines = costs.map((c) =>
    csvLine([
      c.month.slice(0, 7),
      c.name,
      c.hours,
      c.work,
      c.materials,
      c.maintenance,
      c.total,
      c.budget ?? "",
      c.left ?? "",
    ]),
  );
  return CSV_START + csvLine(HEAD) + lines.join("");
}
