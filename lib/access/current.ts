import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import type { Actor } from "./actor";
import type { Permission } from "./permissions";
import { requestIsActivity, requestOrigin, requestSessionId } from "./request";
import { type Audience, HOME } from "./roles";
import { type SignedIn, signedInBy } from "./session";

/** Who sent the request being answered, or null. Read once per request. */
export const currentSession = cache(async (): Promise<SignedIn | null> => {
  const sessionId = await requestSessionId();
  return sessionId ? signedInBy(sessionId, await requestOrigin(), await requestIsActivity()) : null;
});

/** The acting person of the request, or null for someone who is not signed in or has not chosen a lab. */
export async function currentActor(): Promise<Actor | null> {
  return (await currentSession())?.actor ?? null;
}

/**
 * The acting person of a page that needs any one of `permissions`. Sends others to sign-in or to the choice of lab, and answers 403
 * to someone who holds none of them.
 */
export async function pageActor(...permissions: [Permission, ...Permission[]]): Promise<Actor> {
  const session = await currentSession();
  if (!session) redirect("/sign-in");
  if (!session.actor) redirect("/choose-lab");
  const { actor } = session;
  if (!permissions.some((permission) => actor.permissions.has(permission))) forbidden();
  return actor;
}

/**
 * The acting person for the frame of one part of Casepan, or of every part when none is named; sends those whom another part is
 * for to their own home. It only frames: what a page may show is decided by `pageActor`.
 */
export async function frameActor(audience?: Audience): Promise<Actor> {
  const session = await currentSession();
  if (!session) redirect("/sign-in");
  if (!session.actor) redirect("/choose-lab");
  if (audience && session.actor.audience !== audience) redirect(HOME[session.actor.role.kind]);
  return session.actor;
}
