import type { Actor, ToothNotation } from "@/lib/access/actor";
import { itemName } from "@/lib/cases/item-name";
import { itemSteps, type Step } from "@/lib/cases/progress";
import type { RecordItem } from "@/lib/cases/record-queries";
import { STAGE_LABEL, type Stage } from "@/lib/cases/vocabulary";
import type { TimelineEvent } from "@/lib/history/queries";
import { type SentenceWords, sentence } from "@/lib/history/sentence";

/** An item's name as the reader writes teeth. */
export const nameOf = (item: RecordItem, notation: ToothNotation): string =>
  itemName({ ...item, teeth: item.teeth.map(({ tooth }) => tooth) }, notation);

/** The seven stages of an item of the record. That a stage was passed before and comes again is the lab's own (`internal`). */
export function stepsOf(item: RecordItem, internal: boolean): Step[] {
  const passed = !internal ? [] : item.stages.filter((s) => s.attempts > (s.status ? 1 : 0)).map((s) => s.stage);
  return itemSteps(
    item,
    item.stages.map((s) => s.stage),
    passed,
  );
}

/** What the reader's timeline says, in their locale. */
export function saidTo(actor: Actor, event: TimelineEvent): string {
  const words: SentenceWords = { locale: actor.lab.locale, stage: (key) => STAGE_LABEL[key as Stage] ?? key };
  return sentence(event as Parameters<typeof sentence>[0], words);
}
