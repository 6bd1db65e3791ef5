import { answer, routeActor } from "@/lib/files/answer";
import { exportToOrder } from "@/lib/inventory/items/export-items";

/** `GET /api/inventory/to-order`: what is to be ordered as CSV, UTF-8 with a byte order mark. Answers 401 and 403 without rights. */
export function GET(): Promise<Response> {
  return answer(async () => {
    const actor = await routeActor("inventory.view");
    return new Response(await exportToOrder(actor), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": 'attachment; filename="to-order.csv"',
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
