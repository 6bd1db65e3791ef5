import { expect, test } from "vitest";
import { DEFAULT_TEMPLATES } from "../defaults/templates";
import { NEW_STAGES } from "./new-stages";
import { faultOfStages } from "./stage-rules";

const [r, i, d, m, s, q, out] = [
  "receiving",
  "impression_scan",
  "design",
  "milling",
  "sintering",
  "quality_control",
  "delivery",
] as const;

test.each([
  [[r, d, q, out], null],
  [[r, d, i, m, s, q, out], null],
  [[r, s, q, out], null],
  [[], "The first stage is Receiving."],
  [[d, r, q, out], "The first stage is Receiving."],
  [[r, d, q], "The last stage is Delivery."],
  [[r, d, out], "Quality control comes right before Delivery."],
  [[r, q, d, out], "Quality control comes right before Delivery."],
  [[r, q, out], "Nothing is made: put at least one stage between Receiving and Quality control."],
  [[r, d, d, q, out], "Design stands there twice: an item passes each stage once."],
  [[r, s, m, q, out], "Sintering comes after Milling: there is nothing to sinter before."],
])("%j: %s", (stages, fault) => {
  expect(faultOfStages(stages)).toBe(fault);
});

test("what a lab starts with keeps to the rules, and so does what a new template begins with", () => {
  for (const { name, stages } of DEFAULT_TEMPLATES)
    expect(faultOfStages(stages.map(([stage]) => stage)), name).toBeNull();
  expect(faultOfStages(NEW_STAGES.map(({ stage }) => stage))).toBeNull();
});
