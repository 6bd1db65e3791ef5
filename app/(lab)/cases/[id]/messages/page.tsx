import { notFound } from "next/navigation";
import { z } from "zod";
import { CaseFrame } from "@/components/cases/case-frame";
import { CaseMessages } from "@/components/messaging/case-messages";
import type { Actor } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { caseHead } from "@/lib/cases/case-head";
import { asActor } from "@/lib/db/as-actor";
import { caseConversation } from "@/lib/messaging/case-conversation";
import { openThread } from "@/lib/messaging/mailbox";
import { CASE_SIDES, type CaseSide } from "@/lib/messaging/schema";

export const metadata = { title: "Messages about the case" };

const read = (actor: Actor, id: string, side: CaseSide) =>
  asActor(actor, async (tx) => {
    const head = await caseHead(tx, id);
    if (!head) return null;
    const conversation = await caseConversation(tx, id, side);
    return { head, open: conversation ? await openThread({ actor, tx }, conversation) : null };
  });

type Page = { params: Promise<{ id: string }>; searchParams: Promise<{ side?: string | string[] }> };

export default async function CaseMessagesPage({ params, searchParams }: Page) {
  const actor = await pageActor("messages.use");
  const { id } = await params;
  const side = z
    .enum(CASE_SIDES)
    .catch("shared")
    .parse((await searchParams).side);
  const record = await read(actor, id, side);
  if (!record) notFound();
  return (
    <CaseFrame actor={actor} head={record.head} current="messages">
      <CaseMessages
        actor={actor}
        caseId={id}
        side={side}
        practice={record.head.found.practice.name}
        open={record.open}
      />
    </CaseFrame>
  );
}
