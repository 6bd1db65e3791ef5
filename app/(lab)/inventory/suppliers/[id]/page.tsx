import { Boxes, Pencil, Plus } from "lucide-react";
import { ArchiveSupplier } from "@/components/inventory/stock/archive-button";
import { SupplierPriceDialog } from "@/components/inventory/stock/price-dialog";
import { PricesTable } from "@/components/inventory/stock/prices-table";
import { Rating } from "@/components/inventory/stock/rating";
import { StatusBadge } from "@/components/ui/badge";
import { Button, LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader, Section } from "@/components/ui/page-header";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { asActor } from "@/lib/db/as-actor";
import { listPrices, readSupplier, supplierChoices } from "@/lib/inventory/suppliers/queries";
import { RATED_BY, RATED_BY_LABEL } from "@/lib/inventory/vocabulary";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Supplier" };

export default async function SupplierPage({ params }: PageProps<"/inventory/suppliers/[id]">) {
  const actor = await pageActor("inventory.view");
  const today = labToday(actor.lab.timeZone);
  const { supplier, prices, suppliers } = await foundBy((await params).id, (id) =>
    asActor(actor, async (tx) => ({
      prices: await listPrices(tx, { supplierId: id }, today),
      suppliers: await supplierChoices(tx),
      supplier: await readSupplier(tx, id),
    })),
  );
  const manages = may(actor, "inventory.manage");
  const editable = manages && !supplier.isArchived;
  return (
    <>
      <PageHeader
        title={supplier.name}
        breadcrumbs={[{ label: "Suppliers", href: "/inventory/suppliers" }]}
        status={supplier.isArchived && <StatusBadge>archived</StatusBadge>}
        subtitle={<Rating value={supplier.rating} />}
        actions={
          <>
            <LinkButton href={`/inventory?supplier=${supplier.id}`} icon={<Boxes />}>
              Items bought here
            </LinkButton>
            {manages && <ArchiveSupplier supplier={supplier} />}
            {editable && (
              <LinkButton href={`/inventory/suppliers/${supplier.id}/edit`} icon={<Pencil />}>
                Edit
              </LinkButton>
            )}
          </>
        }
      />
      <div className="mb-6 grid items-start gap-4 lg:grid-cols-2">
        <Panel title="Contact">
          <DescriptionList
            columns={2}
            items={[
              { term: "Contact", value: supplier.contactName },
              { term: "Takes", value: supplier.leadTimeDays !== null && `${supplier.leadTimeDays} days` },
              {
                term: "E-mail",
                value: supplier.email && (
                  <a href={`mailto:${supplier.email}`} className="text-accent-text hover:underline">
                    {supplier.email}
                  </a>
                ),
              },
              {
                term: "Phone",
                value: supplier.phone && (
                  <a href={`tel:${supplier.phone}`} className="text-accent-text hover:underline">
                    {supplier.phone}
                  </a>
                ),
              },
              {
                term: "Website",
                wide: true,
                value: supplier.website && (
                  <a
                    href={supplier.website}
                    target="_blank"
                    rel="noreferrer"
                    className="text-accent-text hover:underline"
                  >
                    {supplier.website}
                  </a>
                ),
              },
              { term: "Address", wide: true, value: supplier.address },
              { term: "Notes", wide: true, value: supplier.notes },
            ]}
          />
        </Panel>
        <Panel title="Rating">
          <DescriptionList
            columns={2}
            items={RATED_BY.map((by) => ({
              term: RATED_BY_LABEL[by],
              value: <Rating value={supplier.ratings[by] === null ? null : String(supplier.ratings[by])} />,
            }))}
          />
        </Panel>
      </div>
      <Section
        title="Prices"
        hint="Per unit of the item, in the lab's currency"
        actions={
          editable && (
            <SupplierPriceDialog
              supplierId={supplier.id}
              suppliers={suppliers}
              currency={actor.lab.currency}
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
        <PricesTable prices={prices} of="supplier" editable={editable} />
      </Section>
    </>
  );
}
