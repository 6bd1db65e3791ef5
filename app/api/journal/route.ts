import { currentActor } from "@/lib/access/current";
import { Refusal } from "@/lib/access/errors";
import { exportJournal } from "@/lib/billing/journal/export";
import { periodSchema } from "@/lib/billing/journal/schema";
import { answer } from "@/lib/files/answer";
import { csvDownload } from "@/lib/files/csv-download";

/**
 * `GET /api/journal?from=YYYY-MM-DD&to=YYYY-MM-DD`: the journal of a period as CSV (lib/billing/journal/export.ts says its columns).
 * UTF-8 with a byte order mark. Answers 401 and 403 without rights and 422 for a period that is none.
 */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const actor = await currentActor();
    if (!actor) throw new Refusal("not_signed_in", "You are signed out. Sign in again.");
    if (!actor.permissions.has("journal.export")) throw new Refusal("forbidden", "Your role does not allow this.");
    const period = periodSchema.safeParse(Object.fromEntries(new URL(request.url).searchParams));
    if (!period.success) throw new Refusal("invalid", "Choose the first and the last day of the period.");
    const { from, to } = period.data;
    return csvDownload(exportJournal(actor, period.data), `journal-${from}-${to}.csv`);
  });
}
