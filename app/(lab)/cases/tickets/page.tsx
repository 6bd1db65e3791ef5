import { notFound } from "next/navigation";
import { z } from "zod";
import { PrintTickets } from "@/components/cases/lists/print-tickets";
import { WorkTicket } from "@/components/cases/work-ticket";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { caseRecord, labAddress, labParticulars, recordItems } from "@/lib/cases/record-queries";
import { asActor } from "@/lib/db/as-actor";

export const metadata = { title: "Work tickets" };

const ids = z
  .string()
  .transform((text) => [...new Set(text.split(","))])
  .pipe(z.array(z.uuid()).min(1).max(50));

export default async function TicketsPage({ searchParams }: { searchParams: Promise<{ ids?: string | string[] }> }) {
  const actor = await pageActor("cases.view");
  const wanted = ids.safeParse((await searchParams).ids);
  if (!wanted.success) notFound();
  const { lab, tickets } = await asActor(actor, async (tx) => {
    const tickets = [];
    for (const id of wanted.data) {
      const found = await caseRecord(tx, id);
      if (!found) continue;
      const pan = (await labParticulars(tx, id))?.pan ?? null;
      tickets.push({ found, pan, items: await recordItems(tx, id) });
    }
    return { lab: await labAddress(tx), tickets };
  });
  if (!lab || tickets.length === 0) notFound();
  return (
    <>
      <div data-print="hide">
        <PageHeader
          title="Work tickets"
          subtitle={`${tickets.length} ${tickets.length === 1 ? "case" : "cases"}, one sheet each`}
          breadcrumbs={[{ label: "Cases", href: "/cases" }]}
          actions={<PrintTickets caseIds={tickets.map(({ found }) => found.id)} />}
        />
      </div>
      {tickets.map((ticket) => (
        <div key={ticket.found.id} className="mb-6 break-after-page print:mb-0 print:last:break-after-auto">
          <WorkTicket {...ticket} lab={lab} notation={actor.toothNotation} />
        </div>
      ))}
    </>
  );
}
