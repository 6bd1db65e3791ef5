import type { Context } from "@/lib/access/action";
import { isWorkingDay, localNow } from "@/lib/cases/due-date";
import { labCalendar } from "@/lib/cases/lab-days";
import { notify } from "@/lib/notifications/notify";
import { promisesInDanger } from "./in-danger";

const FROM = "07:00";

/**
 * Lets those who manage departments know how many promises of the acting lab do not hold any more, on working days between seven and
 * closing time: once a day for each number, and no second notice while the first is unread. Answers how many are in danger, 0 outside
 * of these hours. `now` is for tests.
 */
export async function tellOfPromises({ actor, tx }: Context, now = new Date()): Promise<number> {
  const { day, time } = localNow(now, actor.lab.timeZone);
  const calendar = await labCalendar(tx);
  if (time < FROM || time >= calendar.closesAt || !isWorkingDay(day, calendar)) return 0;
  const { cases, total } = await promisesInDanger(tx, now);
  const [first] = cases;
  if (!first) return 0;
  await notify(
    tx,
    { permission: "departments.manage" },
    {
      key: `promises:${day}:${total}`,
      type: "alert",
      thread: "promises in danger",
      title: total === 1 ? `Case ${first.number} will not leave in time` : `${total} cases will not leave in time`,
      body: "As the load and the capacity of the next days stand. Move their due dates and tell the practices.",
      href: "/departments/promises",
    },
  );
  return total;
}
