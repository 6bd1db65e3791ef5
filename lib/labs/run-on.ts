import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import type { Run } from "./open-lab";

/** Statements with numbered parameters ($1 …) on a transaction of the app. */
export const runOn =
  (tx: Transaction): Run =>
  (text, values) =>
    tx.rows(
      sql(text.split(/\$\d+/), ...[...text.matchAll(/\$(\d+)/g)].map(([, number]) => values[Number(number) - 1])),
    );
