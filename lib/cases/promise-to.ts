import type { Context } from "@/lib/access/action";
import { invalid } from "@/lib/access/errors";
import { unitsOf } from "./completeness";
import { shipByFor } from "./due-date";
import { causeWords, earliestWords, wantedDayWords } from "./due-words";
import { queueForPromise } from "./load";
import { promiseOf } from "./promise";
import { type Promised, refusalOfWantedDay } from "./promise-date";
import { promiseTerms } from "./promise-terms";
import type { Submission } from "./schema";
import type { Template } from "./templates";

type Asked = Pick<Submission, "items" | "urgency" | "impression" | "wantedOn" | "promisedOn">;

/**
 * The days of a case that is being submitted, reckoned anew with the load of this moment; submissions of one lab are promised one
 * after the other. Refuses at `wantedOn`, with the reason and the earliest day, a wanted day that cannot be; and, when the earliest
 * day is asked for, a day that became later than the one the form showed (`promisedOn`): nobody is promised less than they saw.
 */
export async function promiseTo(
  { actor, tx }: Context,
  practiceId: string,
  asked: Asked,
  templates: readonly Template[],
  now: Date,
): Promise<{ dueOn: string; shipBy: string }> {
  await queueForPromise(tx);
  const terms = await promiseTerms(tx, practiceId);
  const items = asked.items.flatMap((item, i) => {
    const template = templates[i];
    return template ? [{ template, units: unitsOf(item) }] : [];
  });
  const promised = promiseOf(
    terms,
    { items, urgency: asked.urgency, physicalImpression: asked.impression === "physical" },
    now,
  );
  const { locale } = actor.lab;
  const moved = asked.promisedOn !== null && promised.dueOn > asked.promisedOn;
  const refusal = asked.wantedOn && refusalOfWantedDay(asked.wantedOn, promised, terms.calendar, terms.practice);
  if (refusal === "too_early" && moved) throw invalid("wantedOn", movedWords(promised, locale));
  if (refusal) throw invalid("wantedOn", [wantedDayWords[refusal], whyNot(promised, locale)].join(" "));
  if (!asked.wantedOn && moved) throw invalid("wantedOn", movedWords(promised, locale));
  const dueOn = asked.wantedOn ?? promised.dueOn;
  return { dueOn, shipBy: shipByFor(dueOn, terms.transitDays, terms.calendar) };
}

const whyNot = (promised: Promised, locale: string) =>
  [...causeWords(promised, locale), earliestWords(promised, locale)].join(" ");

const movedWords = (promised: Promised, locale: string) =>
  `The earliest day has moved since you saw it. ${whyNot(promised, locale)} Submit again to take that day.`;
