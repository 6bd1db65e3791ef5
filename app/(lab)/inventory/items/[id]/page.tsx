import { PackagePlus, Pencil, Plus } from "lucide-react";
import { ChartFrame } from "@/components/charts/chart-frame";
import { ArchiveItem } from "@/components/inventory/stock/archive-button";
import { LedgerTable } from "@/components/inventory/stock/ledger-table";
import { LotsPanel } from "@/components/inventory/stock/lots-panel";
import { SupplierPriceDialog } from "@/components/inventory/stock/price-dialog";
import { PricesTable } from "@/components/inventory/stock/prices-table";
import { StatusBadge } from "@/components/ui/badge";
import { Button, LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { Money } from "@/components/ui/money";
import { PageHeader, Section } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Stat } from "@/components/ui/stat";
import { may } from "@/lib/access/actor";
import { rowKeyParam } from "@/lib/access/address-params";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { locationChoices } from "@/lib/inventory/items/locations";
import { lotsOf, readItem } from "@/lib/inventory/items/read-item";
import { listMovements, onHandByDay } from "@/lib/inventory/ledger/list-movements";
import { listPrices, supplierChoices } from "@/lib/inventory/suppliers/queries";
import { ITEM_CATEGORY_LABEL } from "@/lib/inventory/vocabulary";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Item" };

const DAYS = 90;

export default async function ItemPage({ params, searchParams }: PageProps<"/inventory/items/[id]">) {
  const actor = await pageActor("inventory.view");
  const { timeZone, currency } = actor.lab;
  const today = labToday(timeZone);
  const after = rowKeyParam.parse((await searchParams).after ?? null);
  const { item, lots, ledger, prices, days, choices } = await foundBy((await params).id, (id) =>
    asActor(actor, async (tx) => ({
      choices: await choicesOf(tx),
      lots: await lotsOf(tx, id),
      ledger: await listMovements(tx, id, after),
      prices: await listPrices(tx, { itemId: id }, today),
      days: await onHandByDay(tx, { itemId: id, days: DAYS, timeZone }),
      item: await readItem(tx, id),
    })),
  );
  const editable = may(actor, "inventory.manage") && !item.isArchived;
  const base = `/inventory/items/${item.id}`;
  return (
    <>
      <LiveRefresh topics={[`stock:${item.id}`]} />
      <PageHeader
        title={item.name}
        subtitle={`${item.sku} · ${ITEM_CATEGORY_LABEL[item.category]}`}
        breadcrumbs={[{ label: "Stock", href: "/inventory" }]}
        status={
          item.isArchived ? (
            <StatusBadge>archived</StatusBadge>
          ) : (
            item.isLow && <StatusBadge tone="warning">to order</StatusBadge>
          )
        }
        actions={
          <>
            {may(actor, "inventory.manage") && <ArchiveItem item={item} />}
            {editable && (
              <>
                <LinkButton href={`${base}/edit`} icon={<Pencil />}>
                  Edit
                </LinkButton>
                <LinkButton href={`/inventory/deliveries/new?item=${item.id}`} variant="primary" icon={<PackagePlus />}>
                  Receive
                </LinkButton>
              </>
            )}
          </>
        }
      />
      <div className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Stat label="On hand" value={`${item.onHand} ${item.unit}`} />
        <Stat label="Value" value={<Money amount={item.value} />} detail="At what each lot cost" />
        <Stat
          label="Order at"
          value={`${item.reorderPoint} ${item.unit}`}
          detail={item.reorderPoint === "0" ? "Not watched" : undefined}
        />
        <Stat label="Cost last" value={<Money amount={item.unitCost} />} detail={`per ${item.unit}`} />
      </div>
      <div className="mb-6 grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <ChartFrame
          title="On hand"
          definition={`At the end of each of the last ${DAYS} days, today as of now, in ${item.unit}.`}
          kind="line"
          height={200}
          figures={{
            xLabel: "Day",
            series: [{ key: "onHand", label: "On hand" }],
            format: { style: "number", decimals: 3 },
            rows: days.map(({ day, onHand }) => ({ label: day.slice(5), values: { onHand } })),
          }}
        />
        <Panel title="Particulars">
          <DescriptionList
            columns={1}
            items={[
              { term: "Barcode number", value: item.gtin },
              { term: "Usual location", value: item.location },
              { term: "Usual supplier", value: item.supplier },
              { term: "Usual order", value: item.reorderQuantity && `${item.reorderQuantity} ${item.unit}` },
              { term: "Notes", value: item.notes },
            ]}
          />
        </Panel>
      </div>
      <Section title="Lots" hint="What is left of each, the first to expire first">
        <LotsPanel item={item} lots={lots} today={today} editable={editable} {...choices} />
      </Section>
      <Section
        title="Suppliers and prices"
        actions={
          editable && (
            <SupplierPriceDialog
              itemId={item.id}
              suppliers={choices.suppliers}
              currency={currency}
              today={today}
              trigger={
                <Button size="sm" icon={<Plus />}>
                  Add price
                </Button>
              }
            />
          )
        }
      >
        <PricesTable prices={prices} of="item" editable={editable} />
      </Section>
      <Section
        title="Ledger"
        hint="Every movement; nothing is ever changed, a mistake is taken back by a counter-entry"
      >
        <LedgerTable
          movements={ledger.movements}
          unit={item.unit}
          editable={editable}
          pager={
            <Pager
              newerLabel="Newest"
              newerHref={after ? base : undefined}
              olderHref={ledger.older ? `${base}?after=${encodeURIComponent(ledger.older)}` : undefined}
              summary={`${ledger.movements.length} on this page`}
            />
          }
        />
      </Section>
    </>
  );
}

const choicesOf = async (tx: Transaction) => ({
  locations: await locationChoices(tx),
  suppliers: await supplierChoices(tx),
  departments: await tx.rows<{ value: string; label: string }>(
    sql`SELECT id AS value, name AS label FROM departments ORDER BY name, id LIMIT 200`,
  ),
});
