import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { z } from "zod";
import { SentCase } from "@/components/cases/rx-form/sent-case";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { Refusal } from "@/lib/access/errors";
import { sentCase } from "@/lib/cases/submission-queries";
import { asActor } from "@/lib/db/as-actor";

export const metadata: Metadata = { title: "Case submitted" };

export default async function SentPage({ params }: PageProps<"/cases/new/sent/[id]">) {
  const actor = await pageActor("cases.submit");
  const id = z.uuid().safeParse((await params).id);
  if (!id.success) notFound();
  const sent = await asActor(actor, (tx) => sentCase(tx, id.data)).catch((error) => {
    if (error instanceof Refusal) notFound();
    throw error;
  });
  return (
    <>
      <PageHeader title="Case submitted" breadcrumbs={[{ label: "Cases", href: "/cases" }]} />
      <SentCase sent={sent} caseHref={`/cases/${sent.id}`} againHref="/cases/new" />
    </>
  );
}
