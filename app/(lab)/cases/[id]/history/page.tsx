import { notFound } from "next/navigation";
import { CaseFrame } from "@/components/cases/case-frame";
import { CaseTimeline } from "@/components/cases/case-timeline";
import type { Actor } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { caseHead } from "@/lib/cases/case-head";
import { asActor } from "@/lib/db/as-actor";
import { timelineOf } from "@/lib/history/queries";

export const metadata = { title: "History of the case" };

const read = (actor: Actor, id: string) =>
  asActor(actor, async (tx) => {
    const head = await caseHead(tx, id);
    return head && { head, events: await timelineOf(tx, id) };
  });

export default async function CaseHistoryPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor("cases.view");
  const record = await read(actor, (await params).id);
  if (!record) notFound();
  return (
    <CaseFrame actor={actor} head={record.head} current="history">
      <CaseTimeline events={record.events} actor={actor} />
    </CaseFrame>
  );
}
