import { z } from "zod";
import { PracticeChooser } from "@/components/cases/rx-form/practice-chooser";
import { DeskPickup } from "@/components/logistics/pickups/desk-pickup";
import { LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { findPracticesToSubmitFor } from "@/lib/cases/submission-actions";
import { findPractices } from "@/lib/cases/submission-queries";
import { asActor } from "@/lib/db/as-actor";
import { fetchableCases } from "@/lib/logistics/pickups/cases-to-fetch";
import { firstDayFor } from "@/lib/logistics/pickups/pickup-day";
import { findPractice } from "@/lib/practices/queries";

export const metadata = { title: "New pick-up" };

const search = z.object({ practice: z.string().nullable().catch(null) });
const breadcrumbs = [
  { label: "Shipments", href: "/shipments" },
  { label: "Pick-ups", href: "/shipments?show=pickups" },
];

export default async function NewPickupPage({ searchParams }: PageProps<"/shipments/pickup">) {
  const actor = await pageActor("shipments.manage");
  const { practice: practiceId } = search.parse(await searchParams);
  if (!practiceId) {
    const first = await asActor(actor, (tx) => findPractices({ actor, tx }, { query: "" }));
    return (
      <>
        <PageHeader title="New pick-up" subtitle="For a practice that telephoned" breadcrumbs={breadcrumbs} />
        <PracticeChooser
          first={first}
          find={findPracticesToSubmitFor}
          base="/shipments/pickup"
          hint="The driver fetches from this practice."
        />
      </>
    );
  }
  const { practice, cases, firstDay } = await foundBy(practiceId, (id) =>
    asActor(actor, async (tx) => ({
      cases: await fetchableCases(tx, id),
      firstDay: await firstDayFor({ tx }, id),
      practice: await findPractice(tx, id),
    })),
  );
  return (
    <>
      <PageHeader
        title="New pick-up"
        subtitle={`From ${practice.name}`}
        breadcrumbs={breadcrumbs}
        actions={<LinkButton href="/shipments/pickup">Another practice</LinkButton>}
      />
      <div className="max-w-xl">
        <Panel title={practice.name} aside={practice.phone}>
          <DeskPickup key={practice.id} practiceId={practice.id} cases={cases} firstDay={firstDay} />
        </Panel>
      </div>
    </>
  );
}
