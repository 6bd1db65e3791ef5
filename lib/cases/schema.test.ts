import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { submissionSchema } from "./schema";
import { blankPatient, bridge, crown, prescription } from "./testing/prescription";

describe("input that cannot be", () => {
  const messages = (changes: Record<string, unknown>) => {
    const parsed = submissionSchema.safeParse(
      prescription({ practiceId: randomUUID(), dentistId: randomUUID() }, changes),
    );
    return parsed.success ? [] : parsed.error.issues.map((issue) => issue.path.join("."));
  };
  test.each<[string, Record<string, unknown>, string[]]>([
    ["an unknown key", { isAdmin: true }, [""]],
    ["an unknown key of an item", { items: [{ ...crown, price: 0 }] }, ["items.0"]],
    ["an operator where an id belongs", { practiceId: { not: null } }, ["practiceId"]],
    ["no items", { items: [] }, ["items"]],
    [
      "too many items",
      {
        items: Array.from({ length: 33 }, () => ({
          ...crown,
          procedureType: "repairs",
          arch: "upper",
          teeth: [],
          shade: "",
          material: "",
          notes: "x",
        })),
      },
      ["items"],
    ],
    ["tooth 19", { items: [{ ...crown, teeth: [{ tooth: 19, role: "single" }] }] }, ["items.0.teeth"]],
    ["tooth 1e9", { items: [{ ...crown, teeth: [{ tooth: 1e9, role: "single" }] }] }, ["items.0.teeth"]],
    ["a missing shade", { items: [crown, { ...bridge, shade: "" }] }, ["items.1.shade"]],
    ["two crowns on a tooth", { items: [crown, crown] }, ["items.1.teeth"]],
    ["10 MB of instructions", { instructions: "x".repeat(10_000_000) }, ["instructions"]],
    ["a day that is none", { wantedOn: "2026-02-31" }, ["wantedOn"]],
    ["a year to come", { patient: { ...blankPatient, birthYear: "2999" } }, ["patient.birthYear"]],
    ["no reference", { patient: { ...blankPatient, reference: "   " } }, ["patient.reference"]],
  ])("%s", (_, changes, paths) => expect(messages(changes)).toEqual(paths));

  test("what can be is taken", () => expect(messages({ items: [crown, bridge] })).toEqual([]));
});
