import type { Context } from "@/lib/access/action";
import { dayWords } from "@/lib/cases/due-words";
import { sql } from "@/lib/db/sql";
import { notify } from "@/lib/notifications/notify";
import { announce } from "@/lib/outbox/outbox";
import { casesIn } from "../tell";
import type { RetryWay } from "./schema";

type Decided = { shipmentId: string; attempt: number; way: RetryWay; date: string | null; carrier: string | null };

/** Lets the practice know how a failed delivery, or a pick-up that nobody could make, goes on. */
export async function tellRescheduled({ actor, tx }: Context, decided: Decided): Promise<void> {
  const { shipmentId, attempt } = decided;
  const how = wordsOf(decided, actor.lab.locale);
  const cases = await casesIn(tx, [shipmentId]);
  for (const { caseId, caseNumber, practiceId } of cases)
    await notify(
      tx,
      { practiceId },
      {
        key: `case:${caseId}:delivery_rescheduled:${shipmentId}:${attempt}`,
        type: "case_update",
        priority: "high",
        title: `Case ${caseNumber} ${how}`,
        href: `/portal/cases/${caseId}`,
      },
    );
  if (cases.length > 0) return;
  const pickup = await tx.row<{ practiceId: string }>(sql`
    SELECT practice_id AS "practiceId" FROM shipments WHERE id = ${shipmentId}`);
  if (!pickup) return;
  await announce(tx, [`portal:${pickup.practiceId}`], pickup.practiceId);
  await notify(
    tx,
    { practiceId: pickup.practiceId },
    {
      key: `pickup:${shipmentId}:rescheduled:${attempt}`,
      type: "case_update",
      priority: "high",
      title: decided.date
        ? `The driver comes for your pick-up on ${dayWords(decided.date, actor.lab.locale)}`
        : "The driver comes for your pick-up another day",
      href: "/portal",
    },
  );
}

function wordsOf({ way, date, carrier }: Decided, locale: string): string {
  if (way === "carrier") return `comes with ${carrier}`;
  if (way === "collected") return "is at the lab for you to collect";
  return date ? `comes again on ${dayWords(date, locale)}` : "comes again on another day";
}
