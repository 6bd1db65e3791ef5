import { expect, test } from "vitest";
import { errorPaths, unplacedErrors } from "./form-errors";

const errors = {
  reference: { type: "too_small", message: "Give the reference." },
  items: [undefined, { shade: { type: "server", message: "Choose a shade." } }],
  files: { root: { type: "server", message: "Add a scan." } },
};

test("finds messages at dotted paths, a list's own at the list", () => {
  expect([...errorPaths(errors)]).toEqual([
    ["reference", "Give the reference."],
    ["items.1.shade", "Choose a shade."],
    ["files", "Add a scan."],
  ]);
});

test("a field named message or type is not taken for an error", () => {
  const named = {
    message: { type: "server", message: "Write something." },
    type: { type: "server", message: "Choose." },
  };
  expect([...errorPaths(named)]).toEqual([
    ["message", "Write something."],
    ["type", "Choose."],
  ]);
});

test("only what no field shows is left over, each message once", () => {
  const placed = new Map([
    ["reference", 1],
    ["items.1.shade", 1],
  ]);
  expect(unplacedErrors({ ...errors, other: { type: "server", message: "Add a scan." } }, placed)).toEqual([
    "Add a scan.",
  ]);
});
