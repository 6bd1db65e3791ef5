import { z } from "zod";
import { renderReport } from "@/components/reports/pdf/render-report";
import { may } from "@/lib/access/actor";
import { currentActor } from "@/lib/access/current";
import { notFound, Refusal } from "@/lib/access/errors";
import { asActor } from "@/lib/db/as-actor";
import { answer } from "@/lib/files/answer";
import { reportCsv } from "@/lib/reports/csv";
import { reportFile } from "@/lib/reports/report-file";
import { headOf, reportAddress, reportName } from "@/lib/reports/schema";

const TYPE = { csv: "text/csv; charset=utf-8", pdf: "application/pdf" };

/**
 * `GET /api/reports/<report>/csv|pdf` with the filters of the screen's address: what that screen shows, as a file. UTF-8 with a byte order mark
 * or a PDF. Answers 401 and 403 without rights (money reports need `reports.finance`) and 404 for a report that is none.
 */
export function GET(request: Request, { params }: RouteContext<"/api/reports/[report]/[kind]">): Promise<Response> {
  return answer(async () => {
    const actor = await currentActor();
    if (!actor) throw new Refusal("not_signed_in", "You are signed out. Sign in again.");
    if (!may(actor, "reports.view")) throw new Refusal("forbidden", "Your role does not allow this.");
    const asked = await params;
    const name = reportName.safeParse(asked.report).data;
    const kind = z.enum(["csv", "pdf"]).safeParse(asked.kind).data;
    if (!name || !kind) throw notFound("report");
    if (headOf(name).finance && !may(actor, "reports.finance"))
      throw new Refusal("forbidden", "Your role does not allow this.");
    const address = reportAddress.parse(Object.fromEntries(new URL(request.url).searchParams));
    const file = await asActor(actor, (tx) => reportFile(tx, actor.lab, name, address));
    const body =
      kind === "csv"
        ? `\uFEFF${reportCsv(file.report, file.facts)}`
        : new Uint8Array(await renderReport(file, actor.lab.name, actor.lab.locale));
    return new Response(body, {
      headers: {
        "content-type": TYPE[kind],
        "content-disposition": `attachment; filename="${file.fileName}.${kind}"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
