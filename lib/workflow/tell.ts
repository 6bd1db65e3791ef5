import type { Transaction } from "@/lib/db/transaction";
import { announce } from "@/lib/outbox/outbox";
import type { MovedCase } from "./lock-stages";

/** Tells the open screens of the lab that work moved, and with `shared` those of the practice too. */
export async function tellScreens(
  tx: Transaction,
  cases: readonly Pick<MovedCase, "id" | "practiceId">[],
  audience: "internal" | "shared",
): Promise<void> {
  const own = audience === "internal" ? cases.map(({ id }) => `case:${id}`) : [];
  await announce(tx, ["queue", "board", "cases", ...own]);
  if (audience === "internal") return;
  for (const { id, practiceId } of cases) await announce(tx, [`case:${id}`, `portal:${practiceId}`], practiceId);
}
