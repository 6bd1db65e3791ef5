import { Pencil, Plus } from "lucide-react";
import { z } from "zod";
import { PriceListChoice } from "@/components/billing/price-list-choice";
import { PriceListDialog } from "@/components/billing/price-list-dialog";
import { PriceTable } from "@/components/billing/price-table";
import { TaxRatesPanel } from "@/components/billing/tax-rates-panel";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { PageHeader, Section } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { listPriceLists, listPrices, listTaxRates } from "@/lib/billing/price-lists";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Prices" };

const search = z.object({ list: z.uuid().nullable().catch(null) });

export default async function PricesPage({ searchParams }: PageProps<"/prices">) {
  const actor = await pageActor("prices.view");
  const wanted = search.parse(await searchParams).list;
  const { lists, list, prices, taxRates } = await asActor(actor, async (tx) => {
    const lists = await listPriceLists(tx);
    const list = lists.find(({ id }) => id === wanted) ?? lists[0];
    return { lists, list, prices: list ? await listPrices(tx, list.id) : [], taxRates: await listTaxRates(tx) };
  });
  const editable = may(actor, "prices.manage");
  const today = labToday(actor.lab.timeZone);
  const dialog = { currency: actor.lab.currency, today };
  return (
    <>
      <PageHeader
        title="Prices"
        subtitle="What the lab charges. An invoice is drafted with the prices of the day of delivery."
        actions={editable && <PriceListDialog {...dialog} trigger={<Button icon={<Plus />}>New price list</Button>} />}
      />
      <div className="grid items-start gap-4 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title="Price lists" flush>
            <PriceListChoice lists={lists} chosen={list?.id} />
          </Panel>
          <TaxRatesPanel rates={taxRates} editable={editable} today={today} />
        </div>
        {list ? (
          <Section
            title={list.name}
            hint={
              list.isDefault ? "For every practice without a list of its own" : "For the practices it was agreed with"
            }
            actions={
              editable && (
                <PriceListDialog
                  key={list.id}
                  {...dialog}
                  list={list}
                  trigger={
                    <Button size="sm" icon={<Pencil />}>
                      Change
                    </Button>
                  }
                />
              )
            }
          >
            <PriceTable list={list} prices={prices} taxRates={taxRates} editable={editable} />
          </Section>
        ) : (
          <EmptyState title="No price list yet" hint="Without one, every drafted line asks for its price." />
        )}
      </div>
    </>
  );
}
