import type { MessageView } from "@/lib/messaging/thread";

/** A message that its sender's screen shows before it is kept; `problem` is why it could not be sent. */
export type Pending = {
  key: string;
  body: string;
  mentions: string[];
  attachments: { id: string; name: string; mediaType: string; sizeBytes: number }[];
  at: string;
  problem: string | null;
};

/** Known messages with those that came, each position once (what came last counts), in their order. */
export function merged(known: readonly MessageView[], came: readonly MessageView[]): MessageView[] {
  const byPosition = new Map(known.map((message) => [message.position, message]));
  for (const message of came) byPosition.set(message.position, message);
  return [...byPosition.values()].sort((a, b) => a.position - b.position);
}

/** The messages still on their way: those that have not come back from the server. */
export function stillPending(pending: readonly Pending[], messages: readonly MessageView[]): Pending[] {
  const kept = new Set(messages.map(({ clientKey }) => clientKey));
  return pending.filter(({ key }) => !kept.has(key));
}
