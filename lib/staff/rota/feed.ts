import { feedOwner } from "@/lib/access/feed-owner";
import { asActor } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { labToday } from "@/lib/labs/today";
import { type FeedTerms, rotaCalendar } from "./calendar-file";
import { rotaOf } from "./queries";
import { daysAfter } from "./shift-times";

const DAYS_BACK = 30;
const DAYS_AHEAD = 120;

/**
 * The calendar file behind a secret address: the published rota of its person, or of the department it was made for, from 30 days back to
 * 120 ahead. Null for an address that is not one, was renewed, or whose person may no longer see the rota. Works without signing in.
 */
export async function feedFor(token: string, zoneBlock: FeedTerms["zoneBlock"]): Promise<string | null> {
  const feed = await feedOwner(token);
  if (!feed) return null;
  const { reader, userId, departmentId } = feed;
  const { name: lab, timeZone: zone } = reader.lab;
  const today = labToday(zone);
  const days = { from: daysAfter(today, -DAYS_BACK), to: daysAfter(today, DAYS_AHEAD) };
  return asActor(reader, async (tx) => {
    const wanted = departmentId ? { ...days, departmentId } : { ...days, departmentId, userId };
    const rota = await rotaOf(tx, wanted, { manages: false, ownId: null });
    const department = departmentId
      ? await tx.row<{ name: string }>(sql`SELECT name FROM departments WHERE id = ${departmentId}`)
      : null;
    const name = `${lab}: ${department?.name ?? rota.rows[0]?.name ?? "Rota"}`;
    return rotaCalendar(rota, { name, zone, names: departmentId !== null, zoneBlock });
  });
}
