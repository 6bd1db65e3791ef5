import { redirect } from "next/navigation";
import { currentSession } from "@/lib/access/current";
import { installationIsEmpty } from "@/lib/access/first-run/is-empty";
import { HOME } from "@/lib/access/roles";

/** The start: everyone's own home. */
export default async function Start() {
  const session = await currentSession();
  if (!session) redirect((await installationIsEmpty()) ? "/setup" : "/sign-in");
  redirect(session.actor ? HOME[session.actor.role.kind] : "/choose-lab");
}
