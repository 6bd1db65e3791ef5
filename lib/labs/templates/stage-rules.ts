import { STAGE_LABEL, type Stage } from "@/lib/cases/vocabulary";

/**
 * What is wrong with the stages of a template, or null. Work comes in by receiving and leaves by delivery; nothing is delivered
 * unseen, so quality control comes right before; what is made passes each stage once; sintering needs something that was milled;
 * and something is made in between.
 */
export function faultOfStages(stages: readonly Stage[]): string | null {
  const at = (stage: Stage) => stages.indexOf(stage);
  const twice = stages.find((stage, position) => at(stage) !== position);
  if (twice) return `${STAGE_LABEL[twice]} stands there twice: an item passes each stage once.`;
  if (stages[0] !== "receiving") return "The first stage is Receiving.";
  if (stages.at(-1) !== "delivery") return "The last stage is Delivery.";
  if (stages.at(-2) !== "quality_control") return "Quality control comes right before Delivery.";
  if (stages.length < 4) return "Nothing is made: put at least one stage between Receiving and Quality control.";
  if (at("sintering") >= 0 && at("milling") >= 0 && at("sintering") < at("milling"))
    return "Sintering comes after Milling: there is nothing to sinter before.";
  return null;
}
