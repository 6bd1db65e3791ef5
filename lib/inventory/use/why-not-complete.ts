import type { Context } from "@/lib/access/action";
import { planStages, type UseOptions } from "./plan-stages";

/** For each of these stages that its materials keep from being completed, why, in words; by the stage's id. Locks nothing. */
export async function whyNotComplete(
  context: Context,
  stageIds: readonly string[],
  options: UseOptions,
): Promise<ReadonlyMap<string, string>> {
  const { planned } = await planStages(context, stageIds, options, false);
  return new Map(planned.flatMap(({ need, refusal }) => (refusal ? [[need.stageId, refusal.message] as const] : [])));
}
