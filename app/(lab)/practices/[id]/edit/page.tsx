import { PracticeWay } from "@/components/logistics/carriers/practice-way";
import { PracticeForm } from "@/components/practices/practice-form";
import { practiceValues } from "@/components/practices/practice-values";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { asActor } from "@/lib/db/as-actor";
import { carrierChoices } from "@/lib/logistics/carriers/carrier-queries";
import { howItGoes } from "@/lib/logistics/carriers/way";
import { findPractice, priceListChoices } from "@/lib/practices/queries";

export const metadata = { title: "Edit practice" };

export default async function EditPracticePage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor("practices.manage");
  const { practice, priceLists, way, carriers } = await foundBy((await params).id, (id) =>
    asActor(actor, async (tx) => ({
      way: await howItGoes(tx, id),
      carriers: await carrierChoices(tx),
      practice: await findPractice(tx, id),
      priceLists: await priceListChoices(tx),
    })),
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
      <PracticeWay practiceId={practice.id} way={way} carriers={carriers} />
    </>
  );
}
