import { expect, test } from "vitest";
import type { Audience } from "@/lib/access/roles";
import { hears, type LiveMessage } from "./hearing";

const [here, there, mine, theirs] = ["lab-1", "lab-2", "practice-1", "practice-2"];
const lab = { id: here, name: "", slug: "", timeZone: "UTC", currency: "GBP", locale: "en-GB" };
const actor = (audience: Audience) => ({
  userId: `me-${audience}`,
  lab,
  audience,
  practice: audience === "portal" ? { id: mine, name: "" } : null,
});
const heardBy = (message: LiveMessage) =>
  (["lab", "portal", "driver"] as const).filter((audience) => hears(actor(audience), message));

test("each hears what is theirs: the lab all of its own, a practice its own, drivers what names no practice", () => {
  expect(heardBy({ labId: here, topic: "queue" })).toEqual(["lab", "driver"]);
  expect(heardBy({ labId: here, topic: "case:1", practiceId: mine })).toEqual(["lab", "portal"]);
  expect(heardBy({ labId: here, topic: "case:1", practiceId: theirs })).toEqual(["lab"]);
  expect(heardBy({ labId: there, topic: "queue" })).toEqual([]);
  expect(heardBy({ labId: there, topic: "case:1", practiceId: mine })).toEqual([]);
  expect(heardBy({ labId: here, topic: "user:me-driver" })).toEqual(["driver"]);
  expect(heardBy({ labId: here, topic: "user:me-portal:conversation:1" })).toEqual(["portal"]);
  expect(heardBy({ labId: here, topic: "conversation:1", practiceId: mine })).toEqual(["lab", "portal"]);
  expect(heardBy({ labId: here, topic: "conversation:1", practiceId: theirs })).toEqual(["lab"]);
  expect(heardBy({ labId: here, topic: "conversation:1", practiceId: null })).toEqual(["lab"]);
});

test("someone of the portal without a practice hears nothing", () => {
  expect(hears({ ...actor("portal"), practice: null }, { labId: here, topic: "case:1", practiceId: null })).toBe(false);
});
