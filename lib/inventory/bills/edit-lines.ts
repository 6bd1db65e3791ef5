import type { Context } from "@/lib/access/action";
import { invalid, notFound } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { AddLineInput, ChangeLineInput, RowInput } from "./schema";

/** Puts something on the bill of a kind of work at a stage. Refuses with `line_exists`, and at `source` what is not kept any more. */
export async function addLine({ tx }: Context, input: AddLineInput): Promise<{ id: string }> {
  const { procedureType, material, stage, source, quantity, per, traced } = input;
  const isItem = source.kind === "item";
  const kept = await tx.row(
    isItem
      ? sql`SELECT FROM inventory_items WHERE id = ${source.id}`
      : sql`SELECT FROM stock_groups WHERE id = ${source.id}`,
  );
  if (!kept) throw invalid("source", "This is not kept any more.");
  const added = await tx.row<{ id: string }>(sql`
    INSERT INTO bill_lines (procedure_type, material, stage, inventory_item_id, group_id, quantity, per, traced)
    VALUES (${procedureType}::text, ${material}::text, ${stage}::text, ${isItem ? source.id : null}::uuid, ${isItem ? null : source.id}::uuid,
      ${quantity}::numeric, ${per}::text, ${traced}) RETURNING id`);
  return added as { id: string };
}

/** Changes how much a line takes from now on; what was taken stays. Refuses with `not_found`. */
export async function changeLine({ tx }: Context, { id, quantity, per, traced }: ChangeLineInput): Promise<void> {
  const changed = await tx.execute(sql`
    UPDATE bill_lines SET quantity = ${quantity}::numeric, per = ${per}::text, traced = ${traced} WHERE id = ${id}`);
  if (changed === 0) throw notFound("line");
}

/** Takes a line off the bill. Refuses with `not_found`. */
export async function removeLine({ tx }: Context, { id }: RowInput): Promise<void> {
  await tx.includeDeleted();
  const removed = await tx.execute(
    sql`UPDATE bill_lines SET deleted_at = now() WHERE id = ${id} AND deleted_at IS NULL`,
  );
  if (removed === 0) throw notFound("line");
}

/** Puts a line back on the bill. Refuses with `not_found`, and `line_exists` when another took its place. */
export async function restoreLine({ tx }: Context, { id }: RowInput): Promise<void> {
  await tx.includeDeleted();
  const restored = await tx.execute(
    sql`UPDATE bill_lines SET deleted_at = NULL WHERE id = ${id} AND deleted_at IS NOT NULL`,
  );
  if (restored === 0) throw notFound("line");
}
