import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { lockDraft } from "./lock-invoice";
import type { ChangeNotesInput } from "./schema";
import { tellBilling } from "./tell-billing";

/** Sets the words at the foot of a draft, which the practice will read. Refuses with `not_found`, `stale`, `invoice_not_draft`. */
export async function changeNotes({ tx }: Context, { invoiceId, version, notes }: ChangeNotesInput): Promise<null> {
  await lockDraft(tx, invoiceId, version);
  await tx.execute(sql`UPDATE invoices SET notes = ${notes} WHERE id = ${invoiceId}`);
  await tellBilling(tx, invoiceId);
  return null;
}
