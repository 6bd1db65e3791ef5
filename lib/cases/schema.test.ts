import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { draftPayloadSchema, submissionSchema } from "./schema";
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
    ["a contact that there is not", { items: [{ ...crown, contact: "wobbly" }] }, ["items.0.contact"]],
    ["a platform without end", { items: [{ ...crown, implantPlatform: "x".repeat(41) }] }, ["items.0.implantPlatform"]],
    ["a thing that nobody encloses", { enclosures: ["cat"] }, ["enclosures.0"]],
    ["10 MB of instructions", { instructions: "x".repeat(10_000_000) }, ["instructions"]],
    ["a day that is none", { wantedOn: "2026-02-31" }, ["wantedOn"]],
    ["a year to come", { patient: { ...blankPatient, birthYear: "2999" } }, ["patient.birthYear"]],
    ["no reference", { patient: { ...blankPatient, reference: "   " } }, ["patient.reference"]],
  ])("%s", (_, changes, paths) => expect(messages(changes)).toEqual(paths));

  test("what can be is taken", () => expect(messages({ items: [crown, bridge] })).toEqual([]));
});

test("a draft of before there were these particulars still opens, with blanks for them", () => {
  const { shadeCervical: _c, stumpShade: _s, contact: _k, ...old } = crown;
  const { enclosures: _e, ...rest } = {
    dentistId: "",
    patient: blankPatient,
    urgency: "standard",
    wantedOn: "",
    impression: "physical",
    instructions: "",
    enclosures: [],
  };
  const parsed = draftPayloadSchema.parse({ ...rest, items: [old] });
  expect(parsed).toMatchObject({
    enclosures: [],
    items: [{ shade: "A2", shadeCervical: "", stumpShade: "", contact: "" }],
  });
});
