import { z } from "zod";
import type { Actor } from "@/lib/access/actor";

/** What is said on the channel `casepan_live` (lib/outbox). */
export const liveMessage = z.object({
  labId: z.uuid(),
  topic: z.string().max(200),
  practiceId: z.uuid().nullish(),
});
export type LiveMessage = z.output<typeof liveMessage>;

/**
 * Whether an actor's screens may hear a message: of their own lab only; a practice hears what names it, drivers what names no
 * practice and is no conversation, and what is for one person (`user:<id>`, `user:<id>:…`) that person alone.
 */
export function hears(actor: Pick<Actor, "userId" | "lab" | "audience" | "practice">, message: LiveMessage): boolean {
  if (message.labId !== actor.lab.id) return false;
  const [kind, whose] = message.topic.split(":");
  if (kind === "user") return whose === actor.userId;
  if (actor.audience === "portal") return Boolean(actor.practice) && message.practiceId === actor.practice?.id;
  return actor.audience === "lab" || (!message.practiceId && kind !== "conversation");
}
