import type { Metadata } from "next";
import { SentCase } from "@/components/cases/rx-form/sent-case";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { sentCase } from "@/lib/cases/submission-queries";
import { asActor } from "@/lib/db/as-actor";

export const metadata: Metadata = { title: "Case submitted" };

export default async function SentPage({ params }: PageProps<"/cases/new/sent/[id]">) {
  const actor = await pageActor("cases.submit");
  const sent = await foundBy((await params).id, (id) => asActor(actor, (tx) => sentCase(tx, id)));
  return (
    <>
      <PageHeader title="Case submitted" breadcrumbs={[{ label: "Cases", href: "/cases" }]} />
      <SentCase sent={sent} caseHref={`/cases/${sent.id}`} againHref="/cases/new" />
    </>
  );
}
