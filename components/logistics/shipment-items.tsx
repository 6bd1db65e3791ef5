import Link from "next/link";
import type { ToothNotation } from "@/lib/access/actor";
import { itemName } from "@/lib/cases/item-name";
import { MATERIAL_LABEL } from "@/lib/cases/vocabulary";
import type { ShipmentItem } from "@/lib/logistics/shipment-queries";
import { Badge } from "../ui/badge";

/** What is in a shipment, a line per item. */
export function ShipmentItems({ items, notation }: { items: ShipmentItem[]; notation: ToothNotation }) {
  return (
    <ul className="divide-y">
      {items.map((item) => (
        <li key={item.id} className="flex flex-wrap items-baseline justify-between gap-x-4 px-4 py-2.5 text-sm">
          <span className="min-w-0">
            <span className="font-medium">{itemName(item, notation)}</span>
            {item.tryIn && (
              <Badge tone="info" className="ml-2">
                Try-in
              </Badge>
            )}
            <span className="block text-xs text-muted">
              {[item.material && MATERIAL_LABEL[item.material], item.shade].filter(Boolean).join(" · ")}
            </span>
          </span>
          <span className="text-xs text-muted sm:text-right">
            <Link
              href={`/cases/${item.caseId}`}
              className="inline-block py-1 text-sm text-accent-text tabular-nums underline-offset-2 hover:underline"
            >
              {item.number}
            </Link>
            <span className="block">
              {item.patient} · {item.dentist}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}
