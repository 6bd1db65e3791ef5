import type { ClientBase } from "pg";
import type { Actor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { deliver } from "@/lib/testing/billing";
import { type BuiltLab, buildCase, buildPractice } from "@/lib/testing/build";
import type { InLab } from "./continue-run";

/** A practice with an e-mail address, invoiced per case. */
export async function buildBilled(owner: ClientBase, lab: BuiltLab): Promise<BuiltLab> {
  await owner.query("SELECT set_config('app.lab_id', $1, false)", [lab.id]);
  const { id } = await buildPractice(owner);
  await owner.query("UPDATE practices SET email = code || '@practice.test' WHERE id = $1", [id]);
  return { ...lab, practiceId: id };
}

/** A case of a practice (as `buildBilled` answers it) that was delivered at a moment (ISO 8601). */
export async function buildDelivered(
  owner: ClientBase,
  at: BuiltLab,
  when: string,
  items?: Parameters<typeof buildCase>[2],
): Promise<{ id: string; number: string }> {
  const built = await buildCase(owner, at, items);
  await deliver(owner, built, new Date(when));
  return built;
}

/** As the job does it: each piece in a transaction of the lab, in the name of a person or of nobody. */
export const inLabOf =
  (actor: Actor): InLab =>
  (work, person) => {
    const acting = { ...actor, userId: null, ...person };
    return asActor(acting, (tx) => work({ actor: acting, tx }));
  };
