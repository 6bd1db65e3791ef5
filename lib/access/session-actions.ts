"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { currentSession } from "./current";
import { requestSessionId } from "./request";
import { revokeSession } from "./revoke";
import { HOME } from "./roles";
import { signedInBy } from "./session";
import { placeSchema, switchPlace } from "./switch-lab";

/** Ends this session and forgets its cookie. */
export async function signOut(): Promise<void> {
  const sessionId = await requestSessionId();
  if (sessionId) await revokeSession(sessionId, "signed_out");
  const jar = await cookies();
  for (const { name } of jar.getAll()) if (name.includes("next-auth.session-token")) jar.delete(name);
  redirect("/sign-in?notice=signed-out");
}

/** Makes another lab or practice of the user the current one and goes to their home there. */
export async function switchLab(place: string): Promise<void> {
  const session = await currentSession();
  if (!session) redirect("/sign-in");
  const parsed = placeSchema.safeParse(place);
  if (!parsed.success) redirect("/choose-lab");
  if (!(await switchPlace(session, parsed.data))) redirect("/choose-lab");
  const { actor } = (await signedInBy(session.sessionId, null)) ?? {};
  redirect(actor ? HOME[actor.role.kind] : "/choose-lab");
}
