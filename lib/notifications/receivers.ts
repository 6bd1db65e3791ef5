import { PRACTICE_RIGHTS } from "@/lib/access/people/rights";
import type { Permission } from "@/lib/access/permissions";
import type { UserRole } from "@/lib/access/roles";
import { emptySql, type Sql, sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { type Channels, defaultChannels } from "./defaults";
import type { Receivers } from "./notify";
import type { NotificationType } from "./vocabulary";

export type Receiver = Channels & { userId: string; practiceId: string | null };

const holds = (permission: Permission | undefined): Sql =>
  permission
    ? sql`AND EXISTS (SELECT FROM role_permissions rp WHERE rp.lab_id = m.lab_id AND rp.role_id = m.role_id AND rp.permission_key = ${permission})`
    : emptySql;

/** A practice gives each of its people rights of their own, within what their role allows. */
const givenThere = (permission: Permission | undefined): Sql =>
  permission && (PRACTICE_RIGHTS as readonly Permission[]).includes(permission)
    ? sql`AND ${permission} = ANY(pm.rights)`
    : emptySql;

/**
 * That the person of a membership acts for a practice still, where one is named: somebody who left it is told of it no more, however
 * long ago the telling began. The lab's own people act for none.
 */
export const actsFor = (practiceId: Sql): Sql =>
  sql`(${practiceId} IS NULL OR r.kind <> 'dentist' OR EXISTS (SELECT FROM practice_members pm
    WHERE pm.lab_id = m.lab_id AND pm.user_id = m.user_id AND pm.practice_id = ${practiceId}))`;

/** Which memberships are meant; `pm` is the practice they act for, where there is one. */
function narrowed(to: Receivers): { practice: Sql; where: Sql } {
  if ("userIds" in to) {
    const practice = sql`${to.practiceId ?? null}::uuid`;
    return { practice, where: sql`m.user_id = ANY(${to.userIds}::uuid[]) AND ${actsFor(practice)}` };
  }
  if ("practiceId" in to) {
    const { practiceId, permission } = to;
    const where = sql`EXISTS (SELECT FROM practice_members pm WHERE pm.lab_id = m.lab_id AND pm.user_id = m.user_id
      AND pm.practice_id = ${practiceId} ${givenThere(permission)}) AND r.kind = 'dentist' ${holds(permission)}`;
    return { practice: sql`${practiceId}::uuid`, where };
  }
  return { practice: sql`NULL::uuid`, where: sql`r.kind NOT IN ('dentist', 'driver') ${holds(to.permission)}` };
}

/**
 * The active people a notice is for, without the one who acted, each with how this kind reaches them; ordered by id, so that two
 * deliveries lock rows in one order. Reads as the lab's own machinery.
 */
export async function receiversOf(
  tx: Transaction,
  to: Receivers,
  type: NotificationType,
  actorId: string | null,
): Promise<Receiver[]> {
  const { practice, where } = narrowed(to);
  const found = await tx.rows<{
    userId: string;
    practiceId: string | null;
    kind: UserRole;
    inApp: boolean | null;
    email: Channels["email"] | null;
  }>(sql`
    SELECT m.user_id AS "userId", CASE WHEN r.kind = 'dentist' THEN ${practice} END AS "practiceId", r.kind, p.in_app AS "inApp", p.email
    FROM memberships m
    JOIN roles r ON r.lab_id = m.lab_id AND r.id = m.role_id
    JOIN users u ON u.id = m.user_id AND u.status = 'active' AND u.deleted_at IS NULL
    LEFT JOIN notification_preferences p ON p.lab_id = m.lab_id AND p.user_id = m.user_id AND p.type = ${type}
    WHERE m.status = 'active' AND m.user_id IS DISTINCT FROM ${actorId}::uuid AND ${where} ORDER BY m.user_id`);
  return found.map(({ userId, practiceId, kind, inApp, email }) => {
    const usual = defaultChannels(kind, type);
    return { userId, practiceId, inApp: inApp ?? usual.inApp, email: email ?? usual.email };
  });
}
