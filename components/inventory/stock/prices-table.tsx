"use client";

import { Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { removeSupplierPrice, restoreSupplierPrice } from "@/lib/inventory/suppliers/actions";
import type { SupplierPrice } from "@/lib/inventory/suppliers/queries";
import type { Column } from "../../data-table/column";
import { DataTable } from "../../data-table/data-table";
import { useAction } from "../../forms/use-action";
import { Badge } from "../../ui/badge";
import { IconButton } from "../../ui/button";
import { Money } from "../../ui/money";
import { EmptyState } from "../../ui/states";
import { DateTime } from "../../ui/time";
import { toast } from "../../ui/toast";

type PricesProps = { prices: SupplierPrice[]; of: "item" | "supplier"; editable: boolean };

/** What an item costs at its suppliers, or a supplier's items; of an item's prices in force the lowest is marked. */
export function PricesTable({ prices, of, editable }: PricesProps) {
  const name: Column<SupplierPrice> =
    of === "item"
      ? {
          id: "supplier",
          header: "Supplier",
          card: "title",
          cell: (row) => (
            <Link href={`/inventory/suppliers/${row.supplierId}`} className="hover:underline">
              {row.supplier}
            </Link>
          ),
        }
      : {
          id: "item",
          header: "Item",
          card: "title",
          cell: (row) => (
            <Link href={`/inventory/items/${row.itemId}`} className="hover:underline">
              {row.item}
            </Link>
          ),
        };
  const columns: Column<SupplierPrice>[] = [
    name,
    {
      id: "price",
      header: "Per unit",
      numeric: true,
      width: "9rem",
      cell: (row) => (
        <span className={row.state === "past" ? "text-muted line-through" : ""}>
          <Money amount={row.unitPrice} /> <span className="text-muted">/ {row.unit}</span>
        </span>
      ),
    },
    { id: "pack", header: "Pack of", numeric: true, from: "md", width: "6rem", cell: (row) => row.packSize },
    { id: "code", header: "Order number", from: "lg", cell: (row) => row.orderCode ?? "–" },
    {
      id: "days",
      header: "Holds",
      cell: (row) => (
        <span>
          from <DateTime iso={row.validFrom} format="date" />
          {row.validUntil && (
            <>
              {" "}
              until <DateTime iso={row.validUntil} format="date" />
            </>
          )}
        </span>
      ),
    },
    {
      id: "lead",
      header: "Takes",
      numeric: true,
      from: "lg",
      width: "6rem",
      cell: (row) => (row.leadTimeDays === null ? "–" : `${row.leadTimeDays} days`),
    },
    {
      id: "state",
      header: "State",
      card: "badge",
      width: "7rem",
      cell: (row) =>
        row.isBest ? (
          <Badge tone="success">best price</Badge>
        ) : row.state === "to_come" ? (
          <Badge tone="info">to come</Badge>
        ) : row.state === "past" ? (
          <Badge>past</Badge>
        ) : null,
    },
    {
      id: "remove",
      header: "Remove",
      width: "5.5rem",
      card: "hidden",
      cell: (row) => editable && <RemovePrice price={row} />,
    },
  ];
  return (
    <DataTable
      label="Prices"
      rememberColumns={false}
      rows={prices}
      columns={columns}
      rowId={(row) => row.id}
      scroll="page"
      empty={<EmptyState title="No price is known" hint="With prices the list of what to order knows what it costs." />}
    />
  );
}

function RemovePrice({ price }: { price: SupplierPrice }) {
  const router = useRouter();
  const restore = useAction(restoreSupplierPrice, { onSuccess: () => router.refresh() });
  const remove = useAction(removeSupplierPrice, {
    onSuccess: () => {
      toast.undo("Price removed", () => restore.run({ priceId: price.id }));
      router.refresh();
    },
  });
  return (
    <IconButton
      label={`Remove the price of ${price.supplier} for ${price.item} from ${price.validFrom}`}
      icon={<Trash2 />}
      size="sm"
      loading={remove.pending}
      onClick={() => remove.run({ priceId: price.id })}
    />
  );
}
