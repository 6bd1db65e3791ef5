import { notFound } from "next/navigation";
import { z } from "zod";
import { PrintButton } from "@/components/cases/print-button";
import { WorkTicket } from "@/components/cases/work-ticket";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { caseRecord, labAddress, labParticulars, recordItems } from "@/lib/cases/record-queries";
import { asActor } from "@/lib/db/as-actor";

export const metadata = { title: "Work ticket" };

export default async function TicketPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor("cases.view");
  const { id } = await params;
  const ticket = await asActor(actor, async (tx) => {
    const found = z.uuid().safeParse(id).success ? await caseRecord(tx, id) : null;
    const lab = await labAddress(tx);
    if (!found || !lab) return null;
    return { found, lab, items: await recordItems(tx, id), pan: (await labParticulars(tx, id))?.pan ?? null };
  });
  if (!ticket) notFound();
  const { number } = ticket.found;
  return (
    <>
      <div data-print="hide">
        <PageHeader
          title="Work ticket"
          breadcrumbs={[
            { label: "Cases", href: "/cases" },
            { label: number, href: `/cases/${id}` },
          ]}
          actions={<PrintButton caseId={id} />}
        />
      </div>
      <WorkTicket {...ticket} notation={actor.toothNotation} />
    </>
  );
}
