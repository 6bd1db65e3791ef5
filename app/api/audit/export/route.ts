import { exportAudit } from "@/lib/audit/export";
import { auditParams } from "@/lib/audit/filter";
import { answer, routeActor } from "@/lib/files/answer";
import { csvDownload } from "@/lib/files/csv-download";
import { labToday } from "@/lib/labs/today";

/** `GET /api/audit/export?<filters>`: the audit log as that address shows it as CSV, all pages of it. UTF-8; instants in UTC. */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("audit.view");
    const filter = auditParams.parse(Object.fromEntries(new URL(request.url).searchParams));
    return csvDownload(exportAudit(actor, filter), `audit-log-${labToday(actor.lab.timeZone)}.csv`);
  });
}
