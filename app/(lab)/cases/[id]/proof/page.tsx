import { notFound } from "next/navigation";
import { z } from "zod";
import { PrintPage } from "@/components/bench/print-page";
import { ProofSheet } from "@/components/logistics/proofs/proof-sheet";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { caseRecord } from "@/lib/cases/record-queries";
import { asActor } from "@/lib/db/as-actor";
import { proofsOf } from "@/lib/logistics/proofs/proofs-of";

export const metadata = { title: "Proof of delivery" };

export default async function ProofPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor("cases.view");
  const { id } = await params;
  const sheet = await asActor(actor, async (tx) => {
    const found = z.uuid().safeParse(id).success ? await caseRecord(tx, id) : null;
    return found && { found, proofs: await proofsOf(tx, id) };
  });
  if (!sheet || sheet.proofs.length === 0) notFound();
  const { number } = sheet.found;
  return (
    <>
      <div data-print="hide">
        <PageHeader
          title="Print proof"
          breadcrumbs={[
            { label: "Cases", href: "/cases" },
            { label: number, href: `/cases/${id}` },
          ]}
          actions={<PrintPage />}
        />
      </div>
      <ProofSheet lab={actor.lab.name} {...sheet} />
    </>
  );
}
