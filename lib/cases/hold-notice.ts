import type { Context } from "@/lib/access/action";
import { notify } from "@/lib/notifications/notify";
import { dayWords } from "./due-words";
import type { LockedCase } from "./lock";

type Told = Pick<LockedCase, "id" | "number" | "practiceId">;
type Days = { from: string; to: string };

/** Lets the people of a case's practice know of something about its date; `key` names the event. */
async function tellPractice(
  { tx }: Context,
  { id, practiceId }: Told,
  notice: { key: string; title: string; body: string; priority?: "high" },
): Promise<void> {
  await notify(
    tx,
    { practiceId, permission: "portal.view" },
    { type: "case_update", href: `/portal/cases/${id}`, ...notice },
  );
}

/** A case was put on hold: why, in the lab's words, and that its date waits with it. `again` when a release was taken back. */
export const tellHeld = (
  context: Context,
  found: Told,
  held: { holdId: string; reason: string; note?: string | null; version: number; again?: boolean },
): Promise<void> =>
  tellPractice(context, found, {
    key: `held:${held.holdId}:${held.version}`,
    title: `Case ${found.number} is on hold${held.again ? " again" : ""}`,
    body: [`${held.reason}.`, held.note && sentence(held.note), "Its due day moves on for as long as it is held."]
      .filter(Boolean)
      .join(" "),
    priority: "high",
  });

/** A hold ended: whether and how far the due day moved, and why. */
export function tellReleased(
  context: Context,
  found: Told,
  released: Days & { holdId: string; version: number; why: string },
): Promise<void> {
  const { locale } = context.actor.lab;
  const { from, to, why } = released;
  return tellPractice(context, found, {
    key: `released:${released.holdId}:${released.version}`,
    title: `Case ${found.number} goes on: ${from === to ? "still due" : "now due"} ${dayWords(to, locale)}`,
    body: from === to ? "It was not held over a working day." : `It was due ${dayWords(from, locale)}: ${why}.`,
  });
}

/** The lab changed the due day of a case. */
export function tellDueChanged(
  context: Context,
  found: Told,
  changed: Days & { version: number; reason?: string },
): Promise<void> {
  const { locale } = context.actor.lab;
  return tellPractice(context, found, {
    key: `due:${found.id}:${changed.version}`,
    title: `Case ${found.number} is now due ${dayWords(changed.to, locale)}`,
    body: [`It was due ${dayWords(changed.from, locale)}.`, changed.reason].filter(Boolean).join(" "),
  });
}

/** Somebody's words, ended as a sentence. */
const sentence = (words: string) => (/[.!?…]$/.test(words.trim()) ? words.trim() : `${words.trim()}.`);
