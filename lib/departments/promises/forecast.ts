import type { Urgency } from "@/lib/cases/vocabulary";

/**
 * What is left of an item in production. Days are numbered: 0 is today, 1 the first working day after it. `begins` says when it may be
 * worked on, as a number of days gone by: −1 from today on, 0 from day 1, ½ from the middle of day 1. `ahead` are the stages left with
 * their working days (halves occur), the one where it stands first; `departmentId` null: nobody's queue.
 */
export type OpenItem = {
  itemId: string;
  caseId: string;
  units: number;
  urgency: Urgency;
  dueOn: string;
  begins: number;
  ahead: readonly { departmentId: string | null; days: number }[];
};

/** The day an item is finished, and where it waited: from one day to another, both included. */
export type Finish = { day: number; waits: { departmentId: string; from: number; to: number }[] };

/** What a department can do on a day, in units; null without bound. */
export type Can = (departmentId: string, day: number) => number | null;

/** What is not finished by then counts as finished on this day: a year's working days. */
export const FARTHEST = 250;
const RANK: Record<Urgency, number> = { emergency: 0, rush: 1, standard: 2 };
/** Sums of thirds and tenths of days stray by less than this. */
const GRAIN = 1e-6;

type Moving = { item: OpenItem; at: number; next: number; left: number; reached: number; waits: Finish["waits"] };
/** The queues of a department by urgency, each in the order of arrival. */
type Line = { queue: Moving[]; head: number }[];

/**
 * Works the open items off, day by day, by the rules of the promise (lib/cases/load-queue.ts): a department takes up as many units a
 * day as it can, in the order they arrive, on one day the more urgent and then the earlier due first; where rushed work passes the
 * queue it goes before all that is less urgent. What a day cannot do waits for the next and reaches the next department later.
 * @returns for each item when it is finished.
 */
export function forecast(items: readonly OpenItem[], can: Can, rushPassesQueue: boolean): Map<string, Finish> {
  const finished = new Map<string, Finish>();
  const arriving: Moving[][] = [];
  const lines = new Map<string, Line>();
  const finish = ({ item, waits }: Moving, day: number) => finished.set(item.itemId, { day, waits });

  const goOn = (moving: Moving) => {
    moving.reached = Math.max(0, Math.floor(moving.at + GRAIN) + 1);
    if (!moving.item.ahead[moving.next]) finish(moving, Math.max(0, Math.ceil(moving.at - GRAIN)));
    else {
      const day = arriving[moving.reached] ?? [];
      arriving[moving.reached] = day;
      day.push(moving);
    }
  };
  const takeUp = (moving: Moving, day: number) => {
    const stage = moving.item.ahead[moving.next];
    if (day > moving.reached) {
      moving.at = day - 1;
      moving.waits.push({ departmentId: stage?.departmentId ?? "", from: moving.reached, to: day - 1 });
    }
    moving.at += stage?.days ?? 0;
    moving.next += 1;
    moving.left = moving.item.units;
    goOn(moving);
  };

  for (const item of items) goOn({ item, at: item.begins, next: 0, left: item.units, reached: 0, waits: [] });
  for (let day = 0; day < FARTHEST && finished.size < items.length; day++) {
    const room = new Map<string, number>();
    // What is taken up in the morning may reach the next department on the same day.
    do {
      for (const moving of (arriving[day] ?? []).splice(0).sort(inOrder)) {
        const departmentId = moving.item.ahead[moving.next]?.departmentId ?? null;
        const units = departmentId && can(departmentId, day);
        if (!departmentId || units === null) takeUp(moving, day);
        else join(lines, departmentId, moving, rushPassesQueue);
      }
      for (const [departmentId, line] of lines) {
        let left = room.get(departmentId) ?? can(departmentId, day) ?? 0;
        for (let first = firstOf(line); first && left > 0; first = firstOf(line)) {
          const used = Math.min(left, first.moving.left);
          left -= used;
          first.moving.left -= used;
          if (first.moving.left > 0) break;
          first.queue.head += 1;
          takeUp(first.moving, day);
        }
        room.set(departmentId, left);
      }
    } while (arriving[day]?.length);
  }
  for (const line of lines.values())
    for (const { queue, head } of line) for (const moving of queue.slice(head)) finish(moving, FARTHEST);
  for (const late of arriving.slice(FARTHEST).flat()) finish(late, FARTHEST);
  return finished;
}

function inOrder(a: Moving, b: Moving): number {
  const rank = RANK[a.item.urgency] - RANK[b.item.urgency];
  return rank || before(a.item.dueOn, b.item.dueOn) || before(a.item.itemId, b.item.itemId);
}

const before = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function join(lines: Map<string, Line>, departmentId: string, moving: Moving, rushPassesQueue: boolean) {
  const line = lines.get(departmentId) ?? [0, 1, 2].map(() => ({ queue: [], head: 0 }));
  lines.set(departmentId, line);
  line[rushPassesQueue ? RANK[moving.item.urgency] : 0]?.queue.push(moving);
}

function firstOf(line: Line): { queue: Line[number]; moving: Moving } | null {
  for (const queue of line) {
    const moving = queue.queue[queue.head];
    if (moving) return { queue, moving };
  }
  return null;
}
