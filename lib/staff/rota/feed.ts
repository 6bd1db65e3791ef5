import { type ActingLab, systemActor } from "@/lib/access/actor";
import { tokenHash } from "@/lib/access/tokens";
import { asActor, asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { labToday } from "@/lib/labs/today";
import { type FeedTerms, rotaCalendar } from "./calendar-file";
import { type RotaReader, rotaOf } from "./queries";
import { daysAfter } from "./shift-times";

const DAYS_BACK = 30;
const DAYS_AHEAD = 120;

/**
 * The calendar file behind a secret address: the published rota of its person, or of the department it was made for, from 30 days back to
 * 120 ahead. Null for an address that is not one, was renewed, or whose person may no longer see the rota. Works without signing in.
 */
export async function feedFor(token: string, zoneBlock: FeedTerms["zoneBlock"]): Promise<string | null> {
  const feed = await asAuth((tx) =>
    tx.row<Omit<ActingLab, "id"> & { userId: string; departmentId: string | null; labId: string }>(sql`
      SELECT user_id AS "userId", department_id AS "departmentId", lab_id AS "labId", name, slug, time_zone AS "timeZone", currency, locale
      FROM rota_feed_of(${tokenHash(token)})`),
  );
  if (!feed) return null;
  const { userId, departmentId, labId, ...lab } = feed;
  const today = labToday(lab.timeZone);
  const wanted = { from: daysAfter(today, -DAYS_BACK), to: daysAfter(today, DAYS_AHEAD), departmentId };
  const reader: RotaReader = { manages: false, ownId: null };
  return asActor(systemActor({ id: labId, ...lab }), async (tx) => {
    const rota = await rotaOf(tx, departmentId ? wanted : { ...wanted, userId }, reader);
    const department = departmentId
      ? await tx.row<{ name: string }>(sql`SELECT name FROM departments WHERE id = ${departmentId}`)
      : null;
    const name = `${lab.name}: ${department?.name ?? rota.rows[0]?.name ?? "Rota"}`;
    return rotaCalendar(rota, { name, zone: lab.timeZone, names: departmentId !== null, zoneBlock });
  });
}
