import { refused } from "@/lib/access/action";
import type { Actor } from "@/lib/access/actor";
import { currentActor } from "@/lib/access/current";
import { REFUSAL_STATUS, Refusal } from "@/lib/access/errors";
import type { Permission } from "@/lib/access/permissions";

/** The acting person of a request to a route that needs any one of `permissions`; refuses with `not_signed_in` or `forbidden`. */
export async function routeActor(...permissions: [Permission, ...Permission[]]): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) throw new Refusal("not_signed_in", "You are signed out. Sign in again.");
  if (!permissions.some((permission) => actor.permissions.has(permission)))
    throw new Refusal("forbidden", "Your role does not allow this.");
  return actor;
}

/** Runs a route's work; a refusal becomes JSON with its status, anything unexpected is logged and answers 500. */
export async function answer(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (thrown) {
    const refusal = refused(thrown);
    const status = refusal.code === "failed" ? 500 : REFUSAL_STATUS[refusal.code];
    return Response.json(refusal, {
      status,
      headers: { "cache-control": "no-store", "x-content-type-options": "nosniff" },
    });
  }
}
