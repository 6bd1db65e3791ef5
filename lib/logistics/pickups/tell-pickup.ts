import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { notify } from "@/lib/notifications/notify";
import { announce } from "@/lib/outbox/outbox";

type Pickup = { id: string; number: string; practiceId: string; day: string };
type What = "asked" | "more" | "changed" | "called_off";
const WORDS: Record<What, string> = {
  asked: "asks for a pick-up on",
  more: "has more to fetch on",
  changed: "changed its pick-up of",
  called_off: "called off its pick-up of",
};

/** Lets the lab's dispatchers know of a pick-up, and has the screens of both sides read again. */
export async function tellPickup({ actor, tx }: Context, { id, practiceId, day }: Pickup, what: What): Promise<void> {
  const practice = await tx.row<{ name: string }>(sql`SELECT name FROM practices WHERE id = ${practiceId}`);
  const dayText = new Intl.DateTimeFormat(actor.lab.locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
  await notify(
    tx,
    { permission: "routes.manage" },
    {
      key: `pickup:${id}:${what}:${new Date().toISOString()}`,
      type: "case_update",
      priority: what === "called_off" ? "high" : "medium",
      title: `${practice?.name} ${WORDS[what]} ${dayText}`,
      href: `/shipments/${id}`,
    },
  );
  await announce(tx, ["shipments", "routes"]);
  await announce(tx, [`portal:${practiceId}`], practiceId);
}
