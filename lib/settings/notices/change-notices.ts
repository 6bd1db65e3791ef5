import { z } from "zod";
import type { Context } from "@/lib/access/action";
import type { Transaction } from "@/lib/db/transaction";
import { keepSetting, readSetting } from "../store";
import { APPLY_NOTICE, PORTAL_NOTICE } from "./notices";

export const noticesSchema = z.strictObject({ portal: PORTAL_NOTICE.schema, apply: APPLY_NOTICE.schema });
export type Notices = z.output<typeof noticesSchema>;

/** What the acting lab says to its practices and to those who apply. */
export const notices = async (tx: Transaction): Promise<Notices> => ({
  portal: await readSetting(tx, PORTAL_NOTICE),
  apply: await readSetting(tx, APPLY_NOTICE),
});

/** Changes what practices and applicants read. */
export async function changeNotices({ tx }: Context, { portal, apply }: Notices): Promise<null> {
  await keepSetting(tx, PORTAL_NOTICE, portal);
  await keepSetting(tx, APPLY_NOTICE, apply);
  return null;
}
