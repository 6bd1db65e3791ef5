import { PracticeForm } from "@/components/practices/practice-form";
import { practiceValues } from "@/components/practices/practice-values";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { priceListChoices, usualTerms } from "@/lib/practices/queries";

export const metadata = { title: "New practice" };

export default async function NewPracticePage() {
  const actor = await pageActor("practices.manage");
  const { priceLists, usual } = await asActor(actor, async (tx) => ({
    priceLists: await priceListChoices(tx),
    usual: await usualTerms(tx),
  }));
  return (
    <>
      <PageHeader title="New practice" breadcrumbs={[{ label: "Practices", href: "/practices" }]} />
      <PracticeForm values={practiceValues(null, usual)} priceLists={priceLists} />
    </>
  );
}
