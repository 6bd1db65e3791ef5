import type { Transaction } from "@/lib/db/transaction";
import { notify } from "@/lib/notifications/notify";

type Gone = { caseId: string; caseNumber: string; practiceId: string; shipmentId: string };
type OnTheWay = "out_for_delivery" | "delivered" | "delivery_failed";

const WORDS: Record<OnTheWay, string> = {
  out_for_delivery: "is on its way to you",
  delivered: "was delivered",
  delivery_failed: "could not be delivered",
};
const A_WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/** Lets a practice know where a case of theirs is on the road, and the lab's dispatchers of a delivery that failed. */
export async function tellPractice(tx: Transaction, kind: OnTheWay, gone: Gone): Promise<void> {
  const { caseId, caseNumber, practiceId, shipmentId } = gone;
  const failed = kind === "delivery_failed";
  // Each try at a delivery is an event of its own.
  const key = `case:${caseId}:${kind}:${shipmentId}:${new Date().toISOString()}`;
  const title = `Case ${caseNumber} ${WORDS[kind]}`;
  await notify(
    tx,
    { practiceId },
    {
      key,
      type: "case_update",
      priority: failed ? "high" : "medium",
      title,
      href: `/portal/cases/${caseId}`,
      expiresAt: kind === "out_for_delivery" ? new Date(Date.now() + A_WEEK_MS) : undefined,
    },
  );
  if (failed)
    await notify(
      tx,
      { permission: "shipments.manage" },
      { key, type: "alert", priority: "high", title, href: `/shipments/${shipmentId}` },
    );
}
