import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { notify } from "@/lib/notifications/notify";
import { announce } from "@/lib/outbox/outbox";
import { minutesWords, windowWords } from "./arrival-words";
import { type Tidings, whatToTell } from "./what-to-tell";

type AwaitedStop = {
  id: string;
  practiceId: string;
  expectedAt: Date;
  toldExpectedAt: Date | null;
  toldNext: boolean;
  isNext: boolean;
  deliveries: number;
  caseIds: string[];
  caseNumber: string | null;
  locale: string;
  timeZone: string;
  now: Date;
};

const NEXT_DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Lets each practice on a route on the road know when the driver comes, as `whatToTell` decides, and has their open screens read again.
 * `changed` are the stops whose time is another now; `next` is the one the driver goes to. Works with the lab's rights.
 */
export async function tellArrivals(
  tx: Transaction,
  routeId: string,
  { changed, next }: { changed: readonly string[]; next: string | null },
): Promise<void> {
  const stops = await awaited(tx, routeId, next);
  const heard = new Set<string>();
  for (const stop of stops) {
    const tidings = whatToTell({
      expectedAt: stop.expectedAt.getTime(),
      toldExpectedAt: stop.toldExpectedAt?.getTime() ?? null,
      toldNext: stop.toldNext,
      isNext: stop.isNext,
    });
    if (tidings) await tell(tx, stop, tidings);
    if (tidings || changed.includes(stop.id)) heard.add(stop.practiceId);
  }
  for (const practiceId of [...heard].sort()) await announce(tx, [`portal:${practiceId}`], practiceId);
  for (const { practiceId, caseIds } of stops)
    if (heard.has(practiceId) && caseIds.length > 0)
      await announce(
        tx,
        caseIds.map((id) => `case:${id}`),
        practiceId,
      );
}

async function tell(tx: Transaction, stop: AwaitedStop, tidings: Tidings): Promise<void> {
  await tx.execute(sql`
    UPDATE route_stops SET told_expected_at = expected_at,
      told_next_at = ${stop.isNext ? sql`coalesce(told_next_at, clock_timestamp())` : sql`told_next_at`} WHERE id = ${stop.id}`);
  await notify(
    tx,
    { practiceId: stop.practiceId },
    {
      key: `stop:${stop.id}:${tidings}:${stop.expectedAt.toISOString()}`,
      type: "case_update",
      priority: tidings === "moved" ? "high" : "medium",
      title: titleOf(stop, tidings),
      href: stop.caseIds.length === 1 ? `/portal/cases/${stop.caseIds[0]}` : "/portal",
      expiresAt: new Date(stop.now.getTime() + NEXT_DAY_MS),
    },
  );
}

function titleOf(stop: AwaitedStop, tidings: Tidings): string {
  const window = windowWords(stop.expectedAt, stop);
  const near = minutesWords(stop.expectedAt.getTime(), stop.now.getTime());
  if (stop.deliveries === 0) {
    if (tidings === "next") return `The driver comes for your pick-up ${near}`;
    return tidings === "moved"
      ? `The driver now comes for your pick-up between ${window}`
      : `The driver comes for your pick-up today, expected ${window}`;
  }
  const { length } = stop.caseIds;
  const what = length === 1 ? `Case ${stop.caseNumber}` : `${length} cases`;
  const [are, arrive] = length === 1 ? ["is", "arrives"] : ["are", "arrive"];
  if (tidings === "next") return `${what} ${arrive} ${near}`;
  return tidings === "moved"
    ? `${what} ${are} now expected ${window}`
    : `${what} ${are} on the way, expected ${window}`;
}

/** Stops still to do with a time, that bring or fetch something. */
function awaited(tx: Transaction, routeId: string, next: string | null): Promise<AwaitedStop[]> {
  return tx.rows<AwaitedStop>(sql`
    SELECT s.id, s.practice_id AS "practiceId", s.expected_at AS "expectedAt", s.told_expected_at AS "toldExpectedAt",
      s.told_next_at IS NOT NULL AS "toldNext", s.id IS NOT DISTINCT FROM ${next}::uuid AS "isNext",
      count(DISTINCT h.id) FILTER (WHERE h.type = 'delivery') AS deliveries,
      coalesce(array_agg(DISTINCT c.id) FILTER (WHERE c.id IS NOT NULL), '{}') AS "caseIds", min(c.number) AS "caseNumber",
      l.locale, l.time_zone AS "timeZone", clock_timestamp() AS now
    FROM route_stops s JOIN delivery_routes r ON r.lab_id = s.lab_id AND r.id = s.route_id JOIN labs l ON l.id = s.lab_id
      JOIN shipments h ON h.lab_id = s.lab_id AND h.stop_id = s.id AND h.status IN ('scheduled', 'in_transit')
      LEFT JOIN shipment_items si ON si.lab_id = h.lab_id AND si.shipment_id = h.id
      LEFT JOIN case_items i ON i.lab_id = si.lab_id AND i.id = si.case_item_id LEFT JOIN cases c ON c.lab_id = i.lab_id AND c.id = i.case_id
    WHERE s.route_id = ${routeId} AND r.status = 'in_progress' AND s.status IN ('planned', 'skipped') AND s.expected_at IS NOT NULL
      AND s.deleted_at IS NULL
    GROUP BY s.id, l.locale, l.time_zone ORDER BY s.id`);
}
