import type { Actor } from "@/lib/access/actor";
import { CSV_START, csvLine } from "@/lib/cases/csv";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";
import { ITEM_CATEGORY_LABEL } from "../vocabulary";
import type { ItemFilter } from "./list-filter";
import { listItems } from "./list-items";
import { listToOrder } from "./to-order";

const ITEM_HEADINGS = [
  "Code",
  "Item",
  "Category",
  "Location",
  "On hand",
  "Unit",
  "Order at",
  "To order",
  "Value",
  "Currency",
  "Next expiry",
];
const ORDER_HEADINGS = [
  "Supplier",
  "Code",
  "Item",
  "Order number",
  "On hand",
  "Order at",
  "To order",
  "Unit",
  "Per unit",
  "Total",
  "Currency",
];

/** The stock list of a filter as CSV, page by page: days as `YYYY-MM-DD`, figures with a point, money in the lab's currency. */
export async function* exportItems(actor: Actor, filter: ItemFilter): AsyncGenerator<Uint8Array> {
  const encode = new TextEncoder();
  const today = labToday(actor.lab.timeZone);
  yield encode.encode(CSV_START + csvLine(ITEM_HEADINGS));
  let after: ItemFilter["after"] = null;
  do {
    const from: ItemFilter = { ...filter, after, before: null };
    const { items, older } = await asActor(actor, (tx) => listItems(tx, from, today));
    const lines = items.map((item) =>
      csvLine([
        ...[item.sku, item.name, ITEM_CATEGORY_LABEL[item.category], item.location ?? "", item.onHand, item.unit],
        ...[item.reorderPoint, item.isLow ? "yes" : "no", item.value, actor.lab.currency, item.expiresOn ?? ""],
      ]),
    );
    yield encode.encode(lines.join(""));
    after = older ? [older.slice(0, -37), older.slice(-36)] : null;
  } while (after);
}

/** The list of what is to be ordered as CSV, by supplier. */
export async function exportToOrder(actor: Actor): Promise<string> {
  const orders = await asActor(actor, (tx) => listToOrder(tx, labToday(actor.lab.timeZone)));
  const lines = orders.flatMap(({ supplier, lines }) =>
    lines.map((line) =>
      csvLine([
        ...[supplier ?? "", line.sku, line.name, line.orderCode ?? "", line.onHand, line.reorderPoint, line.quantity],
        ...[line.unit, line.unitPrice ?? "", line.total ?? "", actor.lab.currency],
      ]),
    ),
  );
  return CSV_START + csvLine(ORDER_HEADINGS) + lines.join("");
}
