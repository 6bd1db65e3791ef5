import type { CaseStatus } from "./vocabulary";

export type Lateness = { tone: "neutral" | "success" | "warning" | "danger"; words: string };

const DAY_MS = 86_400_000;
const daysFrom = (from: string, to: string) => Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
const days = (n: number) => `${n} ${n === 1 ? "day" : "days"}`;

type Dated = { status: CaseStatus; dueOn: string; shipBy: string };

/** How a case stands against its ship-by day, for the lab. Days are the lab's; null for a case that is over. */
export function shipLateness({ status, shipBy }: Dated, today: string): Lateness | null {
  if (status === "delivered" || status === "cancelled") return null;
  const left = daysFrom(today, shipBy);
  if (left < 0) return { tone: "danger", words: `${days(-left)} late` };
  if (left === 0) return { tone: "warning", words: "Ships today" };
  return left === 1 ? { tone: "warning", words: "Tomorrow" } : { tone: "neutral", words: `In ${days(left)}` };
}

/**
 * How a case stands against its due day, for the practice that waits for it. It runs late once its ship-by day is over and it has
 * not gone out (`shipped`), which is said before the due day comes. `deliveredOn` is the lab's day of delivery.
 */
export function dueLateness(
  found: Dated & { shipped: boolean; deliveredOn: string | null },
  today: string,
): Lateness | null {
  const { status, dueOn, shipBy, shipped, deliveredOn } = found;
  if (status === "cancelled") return null;
  if (deliveredOn) {
    const late = daysFrom(dueOn, deliveredOn);
    return late > 0
      ? { tone: "neutral", words: `Delivered ${days(late)} late` }
      : { tone: "success", words: "Delivered on time" };
  }
  const left = daysFrom(today, dueOn);
  if (left < 0) return { tone: "danger", words: `${days(-left)} late` };
  if (status === "on_hold") return { tone: "warning", words: "Moves while on hold" };
  if (!shipped && shipBy < today) return { tone: "warning", words: "Running late" };
  return { tone: "success", words: left === 0 ? "Today, on time" : "On time" };
}
