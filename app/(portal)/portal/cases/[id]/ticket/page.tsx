import { notFound } from "next/navigation";
import { z } from "zod";
import { PrintButton } from "@/components/cases/print-button";
import { WorkTicket } from "@/components/cases/work-ticket";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { caseRecord, labAddress, recordItems } from "@/lib/cases/record-queries";
import { asActor } from "@/lib/db/as-actor";

export const metadata = { title: "Work ticket" };

export default async function PortalTicketPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor("portal.view");
  const { id } = await params;
  const ticket = await asActor(actor, async (tx) => {
    const found = z.uuid().safeParse(id).success ? await caseRecord(tx, id) : null;
    const lab = await labAddress(tx);
    return found && lab ? { found, lab, items: await recordItems(tx, id) } : null;
  });
  if (!ticket) notFound();
  return (
    <>
      <div data-print="hide">
        <PageHeader
          title="Work ticket"
          subtitle="Print it and put it in the bag with the case."
          breadcrumbs={[
            { label: "Cases", href: "/portal" },
            { label: ticket.found.patient.reference, href: `/portal/cases/${id}` },
          ]}
          actions={<PrintButton />}
        />
      </div>
      <WorkTicket {...ticket} pan={null} notation={actor.toothNotation} />
    </>
  );
}
