"use client";

import { Mail, Phone, Printer } from "lucide-react";
import Link from "next/link";
import type { SupplierOrder } from "@/lib/inventory/items/to-order";
import { Button } from "../../ui/button";
import { Panel } from "../../ui/card";
import { Money } from "../../ui/money";

/** Prints the list as it stands. */
export function PrintList({ label = "Print" }: { label?: string }) {
  return (
    <Button icon={<Printer />} onClick={() => window.print()}>
      {label}
    </Button>
  );
}

/** What is to be ordered of one supplier. */
export function OrderList({ order }: { order: SupplierOrder }) {
  const { supplier, supplierId, email, phone, leadTimeDays, lines, total } = order;
  return (
    <Panel
      flush
      title={
        supplierId ? (
          <Link href={`/inventory/suppliers/${supplierId}`} className="hover:underline">
            {supplier}
          </Link>
        ) : (
          "No supplier known"
        )
      }
      aside={leadTimeDays === null ? undefined : `takes ${leadTimeDays} days`}
      actions={
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm">
          {phone && (
            <a href={`tel:${phone}`} className="inline-flex items-center gap-1 py-1 text-accent-text hover:underline">
              <Phone aria-hidden className="size-4" />
              {phone}
            </a>
          )}
          {email && (
            <a
              href={orderLetter(order)}
              className="inline-flex items-center gap-1 py-1 text-accent-text hover:underline"
            >
              <Mail aria-hidden className="size-4" />
              Write an order
            </a>
          )}
        </span>
      }
    >
      <div className="overflow-x-auto">
        <table className="w-full min-w-xl text-sm">
          <thead className="text-left text-xs text-muted">
            <tr className="border-b">
              <th scope="col" className="px-4 py-2 font-medium">
                Item
              </th>
              <th scope="col" className="px-3 py-2 font-medium">
                Their number
              </th>
              <th scope="col" className="px-3 py-2 text-right font-medium">
                On hand
              </th>
              <th scope="col" className="px-3 py-2 text-right font-medium">
                Order at
              </th>
              <th scope="col" className="px-3 py-2 text-right font-medium">
                To order
              </th>
              <th scope="col" className="px-3 py-2 text-right font-medium">
                Per unit
              </th>
              <th scope="col" className="px-4 py-2 text-right font-medium">
                Total
              </th>
            </tr>
          </thead>
          <tbody className="tabular-nums">
            {lines.map((line) => (
              <tr key={line.itemId} className="border-b last:border-b-0">
                <td className="px-4 py-2">
                  <Link href={`/inventory/items/${line.itemId}`} className="inline-block py-0.5 hover:underline">
                    {line.name}
                  </Link>{" "}
                  <span className="text-xs text-muted">{line.sku}</span>
                </td>
                <td className="px-3 py-2">{line.orderCode ?? "–"}</td>
                <td className="px-3 py-2 text-right">{line.onHand}</td>
                <td className="px-3 py-2 text-right">{line.reorderPoint}</td>
                <td className="px-3 py-2 text-right font-semibold whitespace-nowrap">
                  {line.quantity} {line.unit}
                </td>
                <td className="px-3 py-2 text-right">{line.unitPrice ? <Money amount={line.unitPrice} /> : "–"}</td>
                <td className="px-4 py-2 text-right">{line.total ? <Money amount={line.total} /> : "–"}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr className="border-t font-semibold">
              <td className="px-4 py-2" colSpan={6}>
                Together
              </td>
              <td className="px-4 py-2 text-right">
                <Money amount={total} />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </Panel>
  );
}

/** A letter in the person's own mail program with what is to be ordered. */
function orderLetter({ email, lines }: SupplierOrder): string {
  const body = lines
    .map((line) => `${line.quantity} ${line.unit}  ${line.orderCode ?? line.sku}  ${line.name}`)
    .join("\n");
  return `mailto:${email}?subject=${encodeURIComponent("Order")}&body=${encodeURIComponent(`Please send us:\n\n${body}\n`)}`;
}
