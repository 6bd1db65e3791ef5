import type { JobHelpers } from "graphile-worker";
import type { Context } from "@/lib/access/action";
import { type ActingLab, systemActor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";

const labColumns = `id, name, slug, time_zone as "timeZone", currency, locale`;

/**
 * Does a job's work as the lab's own machinery, or in the name of the person who started it, in one transaction under row-level
 * security. A lab that is gone has no work: answers undefined.
 */
export async function forLab<T>(
  { query }: Pick<JobHelpers, "query">,
  labId: string,
  work: (context: Context) => Promise<T>,
  person?: { userId: string; name: string },
): Promise<T | undefined> {
  const { rows } = await query<ActingLab>(`select ${labColumns} from labs where id = $1 and deleted_at is null`, [
    labId,
  ]);
  const lab = rows[0];
  if (!lab) return undefined;
  const actor = { ...systemActor(lab), ...person };
  return asActor(actor, (tx) => work({ actor, tx }));
}

/**
 * As `forLab`, for each lab in turn, each in a transaction of its own. A lab whose work fails holds up no other; the job fails
 * after the last, to be tried again.
 */
export const forEachLab = (
  helpers: Pick<JobHelpers, "query">,
  work: (context: Context) => Promise<unknown>,
): Promise<void> => inEachLab(helpers, (inLab) => inLab(work));

/** As `forEachLab`, for work that takes several transactions of the lab, one after the other: `inLab` opens one each time. */
export async function inEachLab(
  helpers: Pick<JobHelpers, "query">,
  work: (inLab: <T>(part: (context: Context) => Promise<T>) => Promise<T | undefined>) => Promise<unknown>,
): Promise<void> {
  const { rows } = await helpers.query<{ id: string }>("select id from labs where deleted_at is null order by id");
  const failures: unknown[] = [];
  for (const { id } of rows)
    await work((part) => forLab(helpers, id, part)).catch((error: unknown) => failures.push(error));
  if (failures.length > 0) throw failures[0];
}
