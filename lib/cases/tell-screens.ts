import type { Transaction } from "@/lib/db/transaction";
import { announce } from "@/lib/outbox/outbox";

/** Tells the lab's open screens that a case changed, and its practice's when it is something a practice sees. */
export async function tellScreens(
  tx: Transaction,
  { id, practiceId }: { id: string; practiceId: string },
  audience: "internal" | "shared",
): Promise<void> {
  await announce(tx, ["queue", "board", "cases", `case:${id}`]);
  if (audience === "shared") await announce(tx, [`case:${id}`, `portal:${practiceId}`], practiceId);
}
