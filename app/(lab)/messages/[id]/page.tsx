import { notFound } from "next/navigation";
import { Mailbox } from "@/components/messaging/mailbox";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { openThread, readMailbox } from "@/lib/messaging/mailbox";

export const metadata = { title: "Conversation" };

export default async function LabConversationPage({ params }: { params: Promise<{ id: string }> }) {
  const actor = await pageActor("messages.use");
  const { id } = await params;
  const found = await asActor(actor, async (tx) => {
    const open = await openThread({ actor, tx }, id);
    return open && { open, ...(await readMailbox({ actor, tx }, null)) };
  });
  if (!found) notFound();
  return <Mailbox actor={actor} base="/messages" {...found} />;
}
