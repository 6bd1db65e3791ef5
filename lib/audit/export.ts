import type { Actor } from "@/lib/access/actor";
import { CSV_START, csvLine } from "@/lib/cases/csv";
import { asActor } from "@/lib/db/as-actor";
import { AUDIT_ACTION_LABEL, type AuditFilter } from "./filter";
import { type AuditDetail, listAudit, readAudits } from "./queries";
import { recordName } from "./words";

const BATCH = 500;
const HEADINGS = ["Time (UTC)", "Person", "Record", "Record id", "Action", "Before", "After", "Address", "Entry"];

/** The log as a filter shows it, all pages of it, the newest first, as the bytes of a CSV file; a batch in a transaction of its own. */
export async function* exportAudit(actor: Actor, filter: AuditFilter): AsyncGenerator<Uint8Array> {
  const text = new TextEncoder();
  yield text.encode(CSV_START + csvLine(HEADINGS));
  let from: AuditFilter = { ...filter, after: null, before: null };
  while (true) {
    const { entries, hasOlder } = await asActor(actor, async (tx) => {
      const page = await listAudit(tx, from, BATCH);
      return { ...page, entries: await readAudits(tx, page.entries) };
    });
    if (entries.length > 0) yield text.encode(entries.map(lineOf).join(""));
    const last = entries.at(-1);
    if (!hasOlder || !last) return;
    from = { ...from, after: [last.occurredAt, last.id] };
  }
}

const lineOf = ({ occurredAt, person, table, rowId, action, before, after, ip, id }: AuditDetail): string =>
  csvLine([
    occurredAt,
    person ?? "Casepan",
    recordName(table),
    rowId,
    AUDIT_ACTION_LABEL[action],
    before ? JSON.stringify(before) : "",
    after ? JSON.stringify(after) : "",
    ip ?? "",
    id,
  ]);
