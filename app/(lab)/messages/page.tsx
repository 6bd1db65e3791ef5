import { z } from "zod";
import { Mailbox } from "@/components/messaging/mailbox";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { readMailbox } from "@/lib/messaging/mailbox";

export const metadata = { title: "Messages" };

type Search = { searchParams: Promise<{ after?: string | string[] }> };

export default async function LabMessagesPage({ searchParams }: Search) {
  const actor = await pageActor("messages.use");
  const after = z
    .uuid()
    .nullable()
    .catch(null)
    .parse((await searchParams).after ?? null);
  const mailbox = await asActor(actor, (tx) => readMailbox({ actor, tx }, after));
  return <Mailbox actor={actor} base="/messages" {...mailbox} open={null} />;
}
