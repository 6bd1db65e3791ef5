import { Plus, Truck } from "lucide-react";
import { z } from "zod";
import { StockTabs } from "@/components/inventory/stock/stock-tabs";
import { SupplierTable } from "@/components/inventory/stock/supplier-table";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { may } from "@/lib/access/actor";
import { rowKeyParam, wordsParam } from "@/lib/access/address-params";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { listSuppliers } from "@/lib/inventory/suppliers/queries";

export const metadata = { title: "Suppliers" };

const search = z.object({
  q: wordsParam(80).catch(""),
  show: z.enum(["archived"]).nullable().catch(null),
  after: rowKeyParam,
});

export default async function SuppliersPage({ searchParams }: PageProps<"/inventory/suppliers">) {
  const actor = await pageActor("inventory.view");
  const { q, show, after } = search.parse(await searchParams);
  const archived = show === "archived";
  const { suppliers, older } = await asActor(actor, (tx) => listSuppliers(tx, { q, archived, after }));
  const href = (more: Record<string, string>) => {
    const kept = Object.entries({ q, show: show ?? "", ...more }).filter(([, value]) => value !== "");
    return `/inventory/suppliers?${new URLSearchParams(kept)}`;
  };
  const add = may(actor, "inventory.manage") && (
    <LinkButton href="/inventory/suppliers/new" variant="primary" icon={<Plus />}>
      New supplier
    </LinkButton>
  );
  return (
    <>
      <PageHeader
        title="Suppliers"
        subtitle="Whom the lab buys from, how good they are and what they charge"
        actions={add}
        tabs={<StockTabs actor={actor} current="suppliers" />}
      />
      <SupplierTable
        rows={suppliers}
        empty={
          <EmptyState
            icon={<Truck strokeWidth={1.5} />}
            title={q || archived ? "No supplier matches" : "No supplier yet"}
            hint={
              q || archived ? "Try fewer letters." : "With suppliers and their prices Casepan says what to order where."
            }
            action={!q && !archived && add}
          />
        }
        pager={
          <Pager
            newerLabel="First"
            olderLabel="Further"
            newerHref={after ? href({}) : undefined}
            olderHref={older ? href({ after: older }) : undefined}
            summary={`${suppliers.length} on this page`}
          />
        }
      />
    </>
  );
}
