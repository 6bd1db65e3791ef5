import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";
import { CSV_START, csvLine } from "./csv";
import { exportHeadings, exportValues } from "./export-values";
import { chosenColumns } from "./list-columns";
import { type CaseFilter, caseListParams } from "./list-filter";
import { portalView } from "./portal-filter";
import { listCases, workOf } from "./queries";

const BATCH = 500;

/**
 * The cases that a list's address shows, all pages of them, as the bytes of a CSV file with the columns it names (`cols`). Read by key,
 * a batch in a transaction of its own, whenever the reader wants more: no size of it sits in memory, and no slow reader holds a
 * connection. A case whose sorted value changes meanwhile may come twice or not at all. What goes wrong breaks the download off.
 */
export async function* exportCases(actor: Actor, address: Record<string, string>): AsyncGenerator<Uint8Array> {
  const audience = actor.audience === "portal" ? "portal" : "lab";
  const columns = chosenColumns(address.cols, audience);
  const manner = { notation: actor.toothNotation, zone: actor.lab.timeZone };
  const today = labToday(actor.lab.timeZone);
  const { after: _after, before: _before, ...filters } = address;
  const text = new TextEncoder();
  yield text.encode(CSV_START + csvLine(exportHeadings(columns, manner.zone)));
  let filter = audience === "portal" ? practiceFilter(filters) : caseListParams.parse(filters);
  while (true) {
    const { page, work } = await asActor(actor, async (tx) => {
      const page = await listCases(tx, filter, today, BATCH);
      const wanted = audience === "lab" && (columns.includes("pan") || columns.includes("people"));
      return {
        page,
        work: wanted
          ? await workOf(
              tx,
              page.cases.map(({ id }) => id),
            )
          : null,
      };
    });
    const lines = page.cases.map((row) => csvLine(exportValues({ ...row, ...work?.get(row.id) }, columns, manner)));
    if (lines.length > 0) yield text.encode(lines.join(""));
    if (!page.older) return;
    filter = { ...filter, after: page.older };
  }
}

/** A practice's list as it is seen: held cases stand apart on the screen, in the file among the others. */
function practiceFilter(address: Record<string, string>): CaseFilter {
  const { filter, show, plain } = portalView(address);
  return show === "open" && plain ? { ...filter, status: "open" } : filter;
}
