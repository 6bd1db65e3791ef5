import { Plus } from "lucide-react";
import { z } from "zod";
import { PriceCheckButton } from "@/components/billing/price-check";
import { PriceListChoice } from "@/components/billing/price-list-choice";
import { PriceListDialog } from "@/components/billing/price-list-dialog";
import { PriceListMenu } from "@/components/billing/price-list-menu";
import { ArchivedPriceLists } from "@/components/billing/price-lists-archived";
import { PriceTable } from "@/components/billing/price-table";
import { PriceUsers } from "@/components/billing/price-users";
import { DefaultListWarnings, ListWarnings } from "@/components/billing/price-warnings";
import { TaxRatesPanel } from "@/components/billing/tax-rates-panel";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { PageHeader, Section } from "@/components/ui/page-header";
import { EmptyState } from "@/components/ui/states";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { listPriceLists, listPrices, listTaxRates } from "@/lib/billing/price-lists";
import { defaultWarnings } from "@/lib/billing/prices/list-warnings";
import { pricesNamed } from "@/lib/billing/prices/search-prices";
import { usersOf } from "@/lib/billing/prices/users-of-list";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Prices" };

const search = z.object({
  list: z.uuid().nullable().catch(null),
  q: z.string().max(100).catch(""),
});

export default async function PricesPage({ searchParams }: PageProps<"/prices">) {
  const actor = await pageActor("prices.view");
  const today = labToday(actor.lab.timeZone);
  const { list: wanted, q } = search.parse(await searchParams);
  const { lists, list, prices, users, taxRates, archived } = await asActor(actor, async (tx) => {
    const lists = await listPriceLists(tx);
    const inForce = lists.find(({ validFrom, validTo }) => validFrom <= today && (validTo ?? today) >= today);
    const list = lists.find(({ id }) => id === wanted) ?? inForce ?? lists[0];
    const prices = list ? await listPrices(tx, list.id) : [];
    const users = list ? await usersOf(tx, list.id) : [];
    const taxRates = await listTaxRates(tx);
    return { lists, list, prices, users, taxRates, archived: await listPriceLists(tx, true) };
  });
  const editable = may(actor, "prices.manage");
  const dialog = { currency: actor.lab.currency, today };
  const warnings = defaultWarnings(
    lists.filter(({ isDefault }) => isDefault),
    today,
  );
  return (
    <>
      <PageHeader
        title="Prices"
        subtitle="What the lab charges. An invoice is drafted with the prices of the day of delivery."
        actions={
          <>
            <PriceCheckButton today={today} />
            {editable && <PriceListDialog {...dialog} trigger={<Button icon={<Plus />}>New price list</Button>} />}
          </>
        }
      />
      <div className="grid items-start gap-4 lg:grid-cols-[18rem_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-4">
          <Panel title="Price lists" flush>
            <PriceListChoice lists={lists} chosen={list?.id} today={today} />
            {archived.length > 0 && <ArchivedPriceLists lists={archived} editable={editable} />}
          </Panel>
          <DefaultListWarnings warnings={warnings} />
          <TaxRatesPanel rates={taxRates} editable={editable} today={today} />
        </div>
        {list ? (
          <Section
            title={list.name}
            hint={
              list.isDefault ? "For every practice without a list of its own" : "For the practices it was agreed with"
            }
            actions={<PriceListMenu key={list.id} {...dialog} list={list} editable={editable} />}
          >
            <div className="flex min-w-0 flex-col gap-3">
              <ListWarnings list={list} prices={prices} labCurrency={actor.lab.currency} />
              <PriceTable
                key={list.id}
                list={list}
                prices={pricesNamed(prices, q)}
                taxRates={taxRates}
                editable={editable}
                searched={q !== ""}
              />
              <Panel title="Who pays by it">
                <PriceUsers users={users} listId={list.id} />
              </Panel>
            </div>
          </Section>
        ) : (
          <EmptyState title="No price list yet" hint="Without one, every drafted line asks for its price." />
        )}
      </div>
    </>
  );
}
