import { EraseForm } from "@/components/data/erase-form";
import { HeldOfPatient } from "@/components/data/held-of-patient";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { heldOf } from "@/lib/data/erasure/held";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Erase a patient" };

export default async function ErasePatientPage({ params }: PageProps<"/data/erasure/[id]">) {
  const actor = await pageActor("data.erase");
  const today = labToday(actor.lab.timeZone);
  const held = await foundBy((await params).id, (id) => asActor(actor, (tx) => heldOf(tx, id, today)));
  const open = held.cases.filter(({ status }) => status !== "delivered" && status !== "cancelled");
  return (
    <>
      <PageHeader
        title={`Patient ${held.patient.reference}`}
        subtitle={held.patient.practice}
        breadcrumbs={[{ label: "Erasure", href: "/data/erasure" }]}
      />
      <div className="flex flex-col gap-4">
        <HeldOfPatient held={held} />
        {open.length > 0 ? (
          <Notice tone="warning" title="This patient cannot be erased yet">
            {open.map(({ number }) => number).join(", ")} {open.length === 1 ? "is" : "are"} still in work. Deliver or
            cancel {open.length === 1 ? "it" : "them"} first: what is being made needs the prescription.
          </Notice>
        ) : (
          <EraseForm patientId={held.patient.id} reference={held.patient.reference} today={today} />
        )}
      </div>
    </>
  );
}
