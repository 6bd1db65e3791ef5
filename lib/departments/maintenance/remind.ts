import type { Context } from "@/lib/access/action";
import { addDays, isWorkingDay, localNow } from "@/lib/cases/due-date";
import { labCalendar } from "@/lib/cases/lab-days";
import { sql } from "@/lib/db/sql";
import { notify } from "@/lib/notifications/notify";
import { listPlans } from "./queries";

const FROM = "07:00";
const CERTIFICATE_DAYS = 30;

/**
 * Lets those who manage departments know what maintenance of the acting lab is due or overdue and which certificates of calibration expire
 * within 30 days: on working days from seven in the lab's morning, once for each plan and state. Answers how many are told of; a second
 * run makes no second notice. `now` is for tests.
 */
export async function remindOfMaintenance({ actor, tx }: Context, now = new Date()): Promise<number> {
  const { day, time } = localNow(now, actor.lab.timeZone);
  if (time < FROM || !isWorkingDay(day, await labCalendar(tx))) return 0;
  // The budget that holds from this month is what stands on the department.
  await tx.execute(sql`
    UPDATE departments SET monthly_budget = department_budget(id, ${day}::date) WHERE monthly_budget IS DISTINCT FROM department_budget(id, ${day}::date)`);
  const to = { permission: "departments.manage" as const };
  const plans = (await listPlans(tx, day)).filter(({ due }) => due.state !== "later");
  for (const { id, since, machine, name, due, equipmentId } of plans)
    await notify(tx, to, {
      key: `maintenance:${id}:${since}:${due.state}`,
      type: "alert",
      priority: due.state === "overdue" ? "high" : "medium",
      title: `${machine}: ${name} is ${due.state === "overdue" ? "overdue" : "due"}`,
      body: due.on && !due.reckoned ? `It falls due on ${due.on}.` : "By the hours or cycles it ran.",
      href: `/departments/machines/${equipmentId}`,
    });
  const certificates = await tx.rows<{
    id: string;
    equipmentId: string;
    machine: string;
    name: string;
    on: string;
  }>(sql`
    SELECT f.id, f.equipment_id AS "equipmentId", e.code AS machine, f.name, f.expires_on AS on FROM equipment_files f
    JOIN department_equipment e ON e.id = f.equipment_id AND e.status <> 'decommissioned'
    WHERE f.kind = 'calibration' AND f.expires_on <= ${addDays(day, CERTIFICATE_DAYS)}
      AND NOT EXISTS (SELECT FROM equipment_files n WHERE n.equipment_id = f.equipment_id AND n.kind = 'calibration' AND n.expires_on > f.expires_on)
    ORDER BY f.expires_on LIMIT 100`);
  for (const { id, equipmentId, machine, name, on } of certificates)
    await notify(tx, to, {
      key: `calibration:${id}:${on < day ? "expired" : "expires"}`,
      type: "alert",
      priority: on < day ? "high" : "medium",
      title: `${machine}: the calibration certificate ${on < day ? "has expired" : `expires on ${on}`}`,
      body: name,
      href: `/departments/machines/${equipmentId}`,
    });
  return plans.length + certificates.length;
}
