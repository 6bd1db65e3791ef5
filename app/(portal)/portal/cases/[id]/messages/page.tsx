import { notFound } from "next/navigation";
import { PortalCaseFrame } from "@/components/cases/portal-case-frame";
import { CaseMessages } from "@/components/messaging/case-messages";
import type { Actor } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { portalCaseHead } from "@/lib/cases/case-head";
import { asActor } from "@/lib/db/as-actor";
import { caseConversation } from "@/lib/messaging/case-conversation";
import { openThread } from "@/lib/messaging/mailbox";

export const metadata = { title: "Messages about the case" };

const read = (actor: Actor, id: string) =>
  asActor(actor, async (tx) => {
    const head = await portalCaseHead(tx, id);
    if (!head) return null;
    const conversation = await caseConversation(tx, id, "shared");
    return { head, open: conversation ? await openThread({ actor, tx }, conversation) : null };
  });

export default async function PortalCaseMessagesPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor("messages.use");
  const { id } = await params;
  const record = await read(actor, id);
  if (!record) notFound();
  return (
    <PortalCaseFrame actor={actor} head={record.head} current="messages">
      <CaseMessages
        actor={actor}
        caseId={id}
        side="shared"
        practice={record.head.found.practice.name}
        open={record.open}
      />
    </PortalCaseFrame>
  );
}
