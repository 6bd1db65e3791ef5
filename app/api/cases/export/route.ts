import { currentActor } from "@/lib/access/current";
import { Refusal } from "@/lib/access/errors";
import { exportCases } from "@/lib/cases/export";
import { answer } from "@/lib/files/answer";
import { csvDownload } from "@/lib/files/csv-download";
import { labToday } from "@/lib/labs/today";

/**
 * `GET /api/cases/export?<filters, sort, cols>`: the case list of that address as CSV, all pages of it, for the lab's people and for a
 * practice (its own). UTF-8 with a byte order mark; days `YYYY-MM-DD`, instants in the lab's zone. Answers 401 and 403 without rights.
 */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const actor = await currentActor();
    if (!actor) throw new Refusal("not_signed_in", "You are signed out. Sign in again.");
    const needed = actor.audience === "portal" ? "portal.view" : "cases.view";
    if (!actor.permissions.has(needed)) throw new Refusal("forbidden", "Your role does not allow this.");
    const address = Object.fromEntries(new URL(request.url).searchParams);
    return csvDownload(exportCases(actor, address), `cases-${labToday(actor.lab.timeZone)}.csv`);
  });
}
