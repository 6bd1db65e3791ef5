import type { Metadata } from "next";
import { SentCase } from "@/components/cases/rx-form/sent-case";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { foundBy } from "@/lib/access/found";
import { sentCase } from "@/lib/cases/submission-queries";
import { asActor } from "@/lib/db/as-actor";

export const metadata: Metadata = { title: "Case submitted" };

export default async function SentPage({ params }: PageProps<"/portal/new/sent/[id]">) {
  const actor = await pageActor("portal.submit");
  const sent = await foundBy((await params).id, (id) => asActor(actor, (tx) => sentCase(tx, id)));
  return (
    <>
      <PageHeader title="Case submitted" breadcrumbs={[{ label: "Cases", href: "/portal" }]} />
      <SentCase
        sent={sent}
        caseHref={`/portal/cases/${sent.id}`}
        againHref="/portal/new"
        pickupHref={`/portal/pickups?case=${sent.id}`}
      />
    </>
  );
}
