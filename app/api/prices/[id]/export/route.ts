import { z } from "zod";
import { currentActor } from "@/lib/access/current";
import { notFound, Refusal } from "@/lib/access/errors";
import { exportPrices } from "@/lib/billing/prices/export-prices";
import { asActor } from "@/lib/db/as-actor";
import { answer } from "@/lib/files/answer";

/**
 * `GET /api/prices/ID/export`: a list's prices as CSV, in the columns that the import reads. UTF-8 with a byte order mark. Answers 401
 * and 403 without rights, 404 for a list of another lab.
 */
export function GET(_request: Request, { params }: RouteContext<"/api/prices/[id]/export">): Promise<Response> {
  return answer(async () => {
    const actor = await currentActor();
    if (!actor) throw new Refusal("not_signed_in", "You are signed out. Sign in again.");
    if (!actor.permissions.has("prices.view")) throw new Refusal("forbidden", "Your role does not allow this.");
    const id = z.uuid().safeParse((await params).id);
    if (!id.success) throw notFound("price list");
    const { name, csv } = await asActor(actor, (tx) => exportPrices(tx, id.data));
    return new Response(csv, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${name}"`,
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
