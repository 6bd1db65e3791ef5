import type { Run } from "../open-lab";
import { DEFAULT_BILLS, DEFAULT_GROUPS } from "./bills";

/** Gives the lab that the transaction acts for its first groups of stock items, still empty, and its first bills of materials. */
export async function addBills(run: Run): Promise<void> {
  await run(
    "INSERT INTO stock_groups (name, unit) SELECT x.name, x.unit FROM jsonb_to_recordset($1) x(name text, unit text)",
    [JSON.stringify(DEFAULT_GROUPS)],
  );
  const named = DEFAULT_BILLS.map((bill) => ({
    ...bill,
    name: DEFAULT_GROUPS.find(({ key }) => key === bill.group)?.name,
  }));
  await run(
    `INSERT INTO bill_lines (procedure_type, material, stage, group_id, quantity, per, traced)
     SELECT x."procedureType", x.material, x.stage, g.id, x.quantity, x.per, x.traced
     FROM jsonb_to_recordset($1) x("procedureType" text, material text, stage text, name text, quantity numeric, per text, traced boolean)
       JOIN stock_groups g ON g.lab_id = app_lab_id() AND g.name = x.name`,
    [JSON.stringify(named)],
  );
}
