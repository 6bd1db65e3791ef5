import { answer, routeActor } from "@/lib/files/answer";
import { csvDownload } from "@/lib/files/csv-download";
import { exportItems } from "@/lib/inventory/items/export-items";
import { itemFilterSchema } from "@/lib/inventory/items/list-filter";

/**
 * `GET /api/inventory/items`: the stock list with the filter of its address (q, category, location, supplier, show, sort) as CSV, UTF-8
 * with a byte order mark. Answers 401 and 403 without rights.
 */
export function GET(request: Request): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("inventory.view");
    const filter = itemFilterSchema.parse(Object.fromEntries(new URL(request.url).searchParams));
    return csvDownload(exportItems(actor, filter), "stock.csv");
  });
}
