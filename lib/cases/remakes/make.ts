import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { shipByFor } from "@/lib/cases/due-date";
import { queueForPromise } from "@/lib/cases/load";
import { type LockedCase, lockCase } from "@/lib/cases/lock";
import { promiseOf } from "@/lib/cases/promise";
import { promiseTerms } from "@/lib/cases/promise-terms";
import { reasonWords } from "@/lib/cases/reason";
import { tellScreens } from "@/lib/cases/tell-screens";
import { sql } from "@/lib/db/sql";
import type { Transaction } from "@/lib/db/transaction";
import { recordEvent } from "@/lib/history/record";
import { notify } from "@/lib/notifications/notify";
import { type DeliveredItem, deliveredItems } from "./delivered-items";
import type { makeRemakeSchema } from "./schema";

type Wanted = z.output<typeof makeRemakeSchema>;
export type Remade = { id: string; number: string; dueOn: string };

/**
 * Makes delivered items of a case again: a case of its own with the next number, the same practice, dentist, patient and
 * particulars, due on the earliest day from now, waiting to be received. It keeps its cause, who is responsible, and the part of the
 * price that is charged for it. A request of the practice is answered by it. Refuses with `not_found`, `not_delivered`, and at
 * `itemIds` or `causeId`.
 */
export async function makeRemake(context: Context, input: Wanted): Promise<Remade> {
  const { actor, tx } = context;
  const original = await lockCase(tx, input.caseId);
  const { items, names } = await deliveredItems(tx, original.id, input.itemIds);
  const cause = await reasonWords(tx, "remake", input.causeId, "causeId");
  const days = await promised(tx, original, items, input);
  const made = (await tx.row<Remade>(sql`
    INSERT INTO cases (number, practice_id, dentist_id, patient_id, remake_of_id, urgency, priority, impression, instructions, due_on,
      ship_by, submitted_at, submitted_by_id)
    SELECT next_number('case'), practice_id, dentist_id, patient_id, id, ${input.urgency}, 'high', ${input.impression},
      nullif(concat_ws(E'\n\n', nullif(${input.instructions}::text, ''), instructions), ''), ${days.dueOn}, ${days.shipBy}, now(), ${actor.userId}
    FROM cases WHERE id = ${original.id} RETURNING id, number, due_on AS "dueOn"`)) as Remade;
  const remakeId = await keepRemake(context, original.id, made.id, input);
  await copyItems(tx, made.id, remakeId, items);

  const said = { items: names, cause, responsible: input.responsible, chargePercent: input.chargePercent };
  const audience = "shared" as const;
  const submitted = { number: made.number, items: items.length, dueOn: made.dueOn };
  await recordEvent(context, { caseId: made.id, kind: "submitted", data: submitted, audience });
  await recordEvent(context, {
    caseId: made.id,
    kind: "remake_of",
    data: { ...said, number: original.number },
    audience,
  });
  await recordEvent(context, { caseId: original.id, kind: "remade", data: { ...said, number: made.number }, audience });
  await notify(
    tx,
    { practiceId: original.practiceId },
    {
      key: `remade:${made.id}`,
      type: "case_update",
      title: `${names} of ${original.number} is made again as ${made.number}`,
      href: `/portal/cases/${made.id}`,
    },
  );
  await tellScreens(tx, original, "shared");
  return made;
}

/** The earliest days of the remake, with the load of this moment. */
async function promised(tx: Transaction, original: LockedCase, items: DeliveredItem[], input: Wanted) {
  await queueForPromise(tx);
  const terms = await promiseTerms(tx, original.practiceId);
  const asked = { items, urgency: input.urgency, physicalImpression: input.impression === "physical" };
  const { dueOn } = promiseOf(terms, asked, new Date());
  return { dueOn, shipBy: shipByFor(dueOn, terms.transitDays, terms.calendar) };
}

/** Keeps what was decided, as the answer to the practice's request where there is one. Answers the remake's id. */
async function keepRemake({ actor, tx }: Context, originalId: string, caseId: string, input: Wanted): Promise<string> {
  const decided = sql`case_id = ${caseId}, cause_id = ${input.causeId}, responsible = ${input.responsible},
    charge_percent = ${input.chargePercent}, answered_by_id = ${actor.userId}, answered_at = statement_timestamp()`;
  const asked = await tx.row<{ id: string }>(sql`
    UPDATE remakes SET ${decided} WHERE original_id = ${originalId} AND answered_at IS NULL RETURNING id`);
  if (asked) return asked.id;
  const made = await tx.row<{ id: string }>(sql`
    INSERT INTO remakes (original_id, asked_by_id, case_id, cause_id, responsible, charge_percent, answered_by_id, answered_at)
    VALUES (${originalId}, ${actor.userId}, ${caseId}, ${input.causeId}, ${input.responsible}, ${input.chargePercent}, ${actor.userId},
      statement_timestamp()) RETURNING id`);
  return (made as { id: string }).id;
}

/** Each item as it was prescribed, whatever particulars there are of it, with its teeth, at the beginning of its way. */
async function copyItems(tx: Transaction, caseId: string, remakeId: string, items: DeliveredItem[]): Promise<void> {
  for (const [i, { id }] of items.entries()) {
    const copy = (await tx.row<{ id: string }>(sql`
      INSERT INTO case_items SELECT (jsonb_populate_record(i, jsonb_build_object('id', uuid_v7(), 'case_id', ${caseId}::uuid,
        'position', ${i + 1}::int, 'status', 'in_production', 'stage', 'receiving', 'finished_at', NULL, 'delivered_at', NULL,
        'created_at', now(), 'updated_at', now()))).* FROM case_items i WHERE i.id = ${id} RETURNING id`)) as {
      id: string;
    };
    await tx.execute(sql`
      INSERT INTO case_item_teeth (item_id, tooth, role) SELECT ${copy.id}, tooth, role FROM case_item_teeth WHERE item_id = ${id}`);
    await tx.execute(sql`
      INSERT INTO workflow_stages (case_id, item_id, stage, department_id)
      SELECT ${caseId}, ${copy.id}, 'receiving', (SELECT s.department_id FROM workflow_template_stages s
        WHERE s.template_id = i.template_id AND s.stage = 'receiving' ORDER BY s.position LIMIT 1) FROM case_items i WHERE i.id = ${copy.id}`);
    await tx.execute(sql`
      INSERT INTO remake_items (remake_id, item_id, made_item_id) VALUES (${remakeId}, ${id}, ${copy.id})
      ON CONFLICT (lab_id, remake_id, item_id) DO UPDATE SET made_item_id = excluded.made_item_id`);
  }
}
