import type { DateTime } from "luxon";
import type { Responsible } from "@/lib/cases/case-vocabulary";
import type { SeededCase, SeededItem } from "./cases";
import { itemName } from "./production";
import { Chance } from "./random";
import { idAt, reason, tell, type World } from "./world";

/** Of the finished cases, every so manieth comes back: with cases of about one and a half items, four to five items in a hundred. */
const EVERY = 14;
const FIRST = 5;

type Cause = { code: string; responsible: Responsible; words: string };

/** Why restorations come back and whose it is, one after the other: contacts and margins most, as practices report it. */
const CAUSES: readonly Cause[] = [
  { code: "contact_misfit", responsible: "lab", words: "The mesial contact is open, floss falls through." },
  { code: "margin", responsible: "dentist", words: "Open margin at the palatal side, the probe catches." },
  { code: "shade", responsible: "dentist", words: "Too light beside the neighbouring tooth." },
  { code: "contact_misfit", responsible: "lab", words: "Both contacts are too tight to seat it." },
  { code: "fracture", responsible: "courier", words: "A chipped cusp, seen when the box was opened." },
  { code: "aesthetics", responsible: "lab", words: "The patient finds it too bulky." },
  { code: "margin", responsible: "lab", words: "The margin is short all round." },
  { code: "shade", responsible: "lab", words: "The cervical third is not what was prescribed." },
  { code: "fracture", responsible: "patient", words: "The patient bit on it before it was cemented." },
];
/** What of the price is charged by who is responsible, as a new lab's rules say. */
const CHARGE: Record<Responsible, number> = { lab: 0, dentist: 100, patient: 100, courier: 0 };

/** An item that comes back: of which case, why, and when the practice says so. */
export type Return = { original: SeededCase; item: SeededItem; cause: Cause; at: DateTime };

/**
 * Decides which of a lab's cases come back, by a chance of its own. A case comes back
 * some working days after its delivery, which is on the working day after it was ready.
 */
export class Returns {
  /** What of the story is told by it alone. */
  readonly chance: Chance;
  private finished = 0;
  private coming: Return[] = [];

  constructor(private readonly world: World) {
    this.chance = new Chance(90 + world.people.practices.length);
  }

  /** Takes a case into account, after all that went before it. */
  consider(original: SeededCase): void {
    const item = original.items[0];
    if (!original.readyAt || !item || original.row.remake_of_id) return;
    this.finished += 1;
    if (this.finished % EVERY !== FIRST) return;
    const back = this.world.clock.workingDay(original.readyAt, 1 + this.chance.between(2, 7));
    const at = back.set({ hour: 8, minute: this.chance.between(10, 50) });
    const cause = CAUSES[Math.floor(this.finished / EVERY) % CAUSES.length] as Cause;
    if (this.world.clock.isPast(at)) this.coming.push({ original, item, cause, at });
  }

  /** Those that come back until a moment, the first of them first; each is answered once. */
  until(at: DateTime): Return[] {
    const due = this.coming.filter((one) => one.at <= at).sort((a, b) => a.at.toMillis() - b.at.toMillis());
    this.coming = this.coming.filter((one) => one.at > at);
    return due;
  }

  /** Keeps that a case was made for what came back: cause, who is responsible, the charge, and the words of both timelines. */
  keep({ original, item, cause, at }: Return, made: SeededCase): void {
    const { rows, labId, people } = this.world;
    const { responsible, words } = cause;
    const chargePercent = CHARGE[responsible].toFixed(2);
    // Only the practice of the demonstration's dentist asks by itself; for the others the office enters it.
    const isAsked = original.practice === people.practices[0];
    const { id: causeId, label } = reason(this.world, "remake", cause.code);
    const answeredAt = at.plus({ minutes: 25 });
    const id = idAt(at, this.chance);
    rows.add("remakes", {
      id,
      lab_id: labId,
      original_id: original.id,
      words: isAsked ? words : null,
      asked_by_id: isAsked ? people.byRole.dentist : people.byRole.manager,
      asked_at: at.toISO(),
      case_id: made.id,
      cause_id: causeId,
      responsible,
      charge_percent: chargePercent,
      answered_by_id: people.byRole.manager,
      answered_at: answeredAt.toISO(),
      created_at: at.toISO(),
      updated_at: answeredAt.toISO(),
    });
    rows.add("remake_items", {
      id: idAt(at, this.chance),
      lab_id: labId,
      remake_id: id,
      item_id: item.id,
      made_item_id: made.items[0]?.id,
      created_at: answeredAt.toISO(),
    });
    const items = itemName(item.planned);
    if (isAsked)
      tell(this.world, {
        ...{ caseId: original.id, kind: "remake_asked", shared: true, by: people.byRole.dentist, at },
        data: { items, words },
      });
    const said = { items, cause: label, responsible, chargePercent };
    const event = { shared: true, by: people.byRole.manager, at: answeredAt };
    tell(this.world, { ...event, caseId: made.id, kind: "remake_of", data: { ...said, number: original.number } });
    tell(this.world, { ...event, caseId: original.id, kind: "remade", data: { ...said, number: made.number } });
  }
}
