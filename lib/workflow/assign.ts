import type { Context } from "@/lib/access/action";
import { invalid } from "@/lib/access/errors";
import { STAGE_LABEL, type WorkflowStatus } from "@/lib/cases/vocabulary";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { recordEvent } from "@/lib/history/record";
import { notify } from "@/lib/notifications/notify";
import { announce } from "@/lib/outbox/outbox";
import { type MovedStage, stopClock } from "./clock";
import { type LockedMove, lockForMove } from "./lock-stages";
import type { AssignInput } from "./schema";
import { tellScreens } from "./tell";

export type Colleague = { id: string; name: string };

/** The people of the lab who may work at the bench. */
export async function benchPeople(tx: Transaction): Promise<Colleague[]> {
  return tx.rows<Colleague>(sql`
    SELECT u.id, u.name FROM memberships m JOIN users u ON u.id = m.user_id
    WHERE m.status = 'active' AND EXISTS (SELECT FROM role_permissions p WHERE p.role_id = m.role_id AND p.permission_key = 'bench.work')
    ORDER BY u.name`);
}

/**
 * Assigns stages to a person who may work at the bench, or to nobody (null: everyone's). Work that is going on is paused with its
 * time kept. Refuses as `lockForMove` does, and at `userId` for anyone else.
 */
export async function assign(context: Context, { stages, userId }: AssignInput): Promise<{ stages: MovedStage[] }> {
  const { tx } = context;
  const locked = await lockForMove(context, "assign", stages);
  const person = userId ? (await benchPeople(tx)).find(({ id }) => id === userId) : null;
  if (person === undefined) throw invalid("userId", "Choose someone who works at the bench.");
  const moved: MovedStage[] = [];
  for (const stage of locked.stages) {
    const to = locked.to.get(stage.id) as WorkflowStatus;
    const keep = stage.status === "blocked" ? await blockOf(tx, stage.id) : {};
    moved.push(...(await stopClock(context, [stage], { to, assignedToId: userId, ...keep })));
    const { caseId, itemId, item } = stage;
    const data = { stage: stage.stage, item, to: person?.name ?? "everyone" };
    await recordEvent(context, { caseId, itemId, kind: "stage_assigned", data });
  }
  await tellScreens(tx, locked.cases, "internal");
  if (userId) await tellAssigned(context, userId, locked);
  return { stages: moved };
}

/** Lets the person know of the work they were given, once per case. */
async function tellAssigned({ actor, tx }: Context, userId: string, { cases, stages }: LockedMove): Promise<void> {
  await announce(tx, [`user:${userId}`]);
  for (const { id, number } of cases) {
    const given = stages.filter(({ caseId }) => caseId === id);
    const at = [...new Set(given.map(({ stage }) => STAGE_LABEL[stage].toLowerCase()))].join(", ");
    await notify(
      tx,
      { userIds: [userId] },
      {
        key: `assigned:${given
          .map((stage) => `${stage.id}.${stage.version}`)
          .sort()
          .join(",")}`,
        type: "assignment",
        title: `${number}: ${at} is yours`,
        body: `${given.map(({ item }) => item).join(", ")}, given to you by ${actor.name}.`,
        href: `/bench/${id}`,
      },
    );
  }
}

/** What blocks a stage stays with it. */
async function blockOf(tx: Transaction, id: string): Promise<{ reasonId?: string; note?: string }> {
  const row = await tx.row<{ reasonId: string | null; note: string | null }>(
    sql`SELECT reason_id AS "reasonId", reason_note AS note FROM workflow_stages WHERE id = ${id}`,
  );
  return { reasonId: row?.reasonId ?? undefined, note: row?.note ?? undefined };
}
