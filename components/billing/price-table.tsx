"use client";

import { Pencil, Plus, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef } from "react";
import type { ListedPrice, ListedTaxRate } from "@/lib/billing/price-lists";
import { removePrice } from "@/lib/billing/prices/actions";
import { PRICE_UNIT_LABEL } from "@/lib/billing/vocabulary";
import { MATERIAL_LABEL, PROCEDURE_LABEL } from "@/lib/cases/vocabulary";
import type { Column } from "../data-table/column";
import { DataTable } from "../data-table/data-table";
import { useAction } from "../forms/use-action";
import { AlertDialog } from "../ui/alert-dialog";
import { Button, IconButton } from "../ui/button";
import { Money } from "../ui/money";
import { SearchInput } from "../ui/search-input";
import { EmptyState } from "../ui/states";
import { toast } from "../ui/toast";
import { PriceCell, type SavedPrices } from "./price-cell";
import { PriceDialog } from "./price-dialog";

type PriceTableProps = {
  list: { id: string; currency: string };
  prices: ListedPrice[];
  taxRates: ListedTaxRate[];
  editable: boolean;
  /** Whether `prices` are only those that fit a search. */
  searched: boolean;
};

const percent = (value: string) => `${value.replace(/\.?0+$/, "") || "0"} %`;
const nameOf = (price: ListedPrice) =>
  `${PROCEDURE_LABEL[price.procedureType]}${price.material ? `, ${MATERIAL_LABEL[price.material]}` : ""}`;

/** The prices of one list; amounts are changed in the table. */
export function PriceTable({ list, prices, taxRates, editable, searched }: PriceTableProps) {
  const saved = useRef<SavedPrices>(new Map()).current;
  const columns: Column<ListedPrice>[] = [
    { id: "for", header: "For", card: "title", cell: (price) => PROCEDURE_LABEL[price.procedureType] },
    {
      id: "material",
      header: "Material",
      cell: (price) => (price.material ? MATERIAL_LABEL[price.material] : <span className="text-muted">any</span>),
    },
    {
      id: "price",
      header: `Price (${list.currency})`,
      numeric: true,
      width: "8rem",
      cell: (price) =>
        editable ? (
          <PriceCell listId={list.id} price={price} column="price" label={`Price of ${nameOf(price)}`} saved={saved} />
        ) : (
          <Money amount={price.price} currency={list.currency} />
        ),
    },
    { id: "per", header: "Charged", width: "6.5rem", cell: (price) => PRICE_UNIT_LABEL[price.per] },
    {
      id: "rush",
      header: "Rush +%",
      numeric: true,
      from: "md",
      width: "6.5rem",
      cell: (price) =>
        editable ? (
          <PriceCell
            listId={list.id}
            price={price}
            column="rushSurchargePercent"
            label={`Rush surcharge of ${nameOf(price)}`}
            saved={saved}
          />
        ) : (
          percent(price.rushSurchargePercent)
        ),
    },
    {
      id: "tax",
      header: "Tax",
      from: "lg",
      width: "7rem",
      cell: (price) => price.taxName ?? <span className="text-muted">default</span>,
    },
  ];
  if (editable) {
    columns.push({
      id: "change",
      header: "Change",
      width: "6rem",
      cell: (price) => <ChangePrice price={price} list={list} taxRates={taxRates} />,
    });
  }
  return (
    <DataTable
      label="Prices"
      rows={prices}
      columns={columns}
      rowId={(price) => price.id}
      scroll="page"
      toolbar={
        <>
          <SearchInput label="Search prices" placeholder="Restoration or material" className="sm:w-64" />
          {editable && (
            <PriceDialog
              list={list}
              taxRates={taxRates}
              trigger={
                <Button variant="primary" icon={<Plus />}>
                  Add price
                </Button>
              }
            />
          )}
        </>
      }
      empty={
        searched ? (
          <EmptyState title="No price fits" hint="Search for another restoration or material." />
        ) : (
          <EmptyState title="No prices in this list" hint="Without one, a drafted line asks for its price." />
        )
      }
    />
  );
}

function ChangePrice({ price, list, taxRates }: Pick<PriceTableProps, "list" | "taxRates"> & { price: ListedPrice }) {
  const router = useRouter();
  const { run } = useAction(removePrice, {
    onSuccess: () => {
      toast.success("Price removed");
      router.refresh();
    },
  });
  return (
    <span className="flex justify-end gap-1">
      <PriceDialog
        list={list}
        price={price}
        taxRates={taxRates}
        trigger={<IconButton label={`Change ${nameOf(price)}`} icon={<Pencil />} variant="ghost" size="sm" />}
      />
      <AlertDialog
        trigger={<IconButton label={`Remove ${nameOf(price)}`} icon={<Trash2 />} variant="ghost" size="sm" />}
        title={`Remove the price of ${nameOf(price)}?`}
        description="What was invoiced stays as it is. Lines drafted from now on use the next price that fits, or ask for one."
        confirm="Remove price"
        onConfirm={() => run({ priceId: price.id, version: price.version })}
      />
    </span>
  );
}
