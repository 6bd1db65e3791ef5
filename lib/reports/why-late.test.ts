import { expect, test } from "vitest";
import { type LateFacts, whyLate } from "./why-late";

const waiting: LateFacts = {
  stage: "milling",
  stageStatus: "pending",
  holdReason: null,
  blockReason: null,
  daysAtStage: 3,
  attempt: 1,
  setbacks: 0,
  receivedLate: false,
};

test.each<[Partial<LateFacts>, string]>([
  [{}, "Waiting 3 days at milling"],
  [{ daysAtStage: 1 }, "Waiting at milling"],
  [{ daysAtStage: 0, receivedLate: true }, "Received late, now at milling"],
  [{ stageStatus: "in_progress", daysAtStage: 1 }, "In work at milling for 1 day"],
  [{ setbacks: 1, attempt: 2 }, "Made again once, now at milling"],
  [{ stageStatus: "blocked", blockReason: "Machine down", setbacks: 2 }, "Blocked at milling: Machine down"],
  [{ holdReason: "Rx incomplete", stageStatus: "blocked" }, "On hold: Rx incomplete"],
  [{ stage: "receiving" }, "Not received yet, 3 days after it was sent"],
  [{ stage: "delivery" }, "Finished, waiting 3 days for a delivery"],
  [{ stage: "delivery", daysAtStage: 0 }, "Finished today, waiting for a delivery"],
  [{ stage: "receiving", daysAtStage: 0 }, "Sent today, not received yet"],
  [{ stageStatus: "in_progress", daysAtStage: 0 }, "In work at milling since today"],
])("%o", (facts, sentence) => {
  expect(whyLate({ ...waiting, ...facts })).toBe(sentence);
});
