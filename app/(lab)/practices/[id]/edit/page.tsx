import { PracticeForm } from "@/components/practices/practice-form";
import { practiceValues } from "@/components/practices/practice-values";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { asActor } from "@/lib/db/as-actor";
import { findPractice, priceListChoices } from "@/lib/practices/queries";

export const metadata = { title: "Edit practice" };

export default async function EditPracticePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor("practices.manage");
  const { practice, priceLists } = await foundBy((await params).id, (id) =>
    asActor(actor, async (tx) => ({ practice: await findPractice(tx, id), priceLists: await priceListChoices(tx) })),
  );
  return (
    <>
      <PageHeader
        title={`Edit ${practice.name}`}
        breadcrumbs={[
          { label: "Practices", href: "/practices" },
          { label: practice.name, href: `/practices/${practice.id}` },
        ]}
      />
      <PracticeForm
        values={practiceValues(practice)}
        priceLists={priceLists}
        editing={{ id: practice.id, version: practice.version }}
      />
    </>
  );
}
