import { expect, test } from "vitest";
import { movedColumn, ownColumns, shownColumns } from "./columns-choice";

const columns = [
  { id: "number" },
  { id: "patient", hideable: true },
  { id: "due", hideable: true },
  { id: "pan", hideable: true, hidden: true },
];

test("hidden columns start switched off", () => expect(ownColumns(columns)).toEqual(["number", "patient", "due"]));

test("shows what is wanted in its order, without strangers and doubles, never without what must show", () => {
  expect(shownColumns(columns, ["pan", "due", "pan", "nobody"])).toEqual(["number", "pan", "due"]);
  expect(shownColumns(columns, ["due", "number"])).toEqual(["due", "number"]);
  expect(shownColumns(columns, [])).toEqual(["number"]);
});

test("moves a column by one place and no further than the ends", () => {
  expect(movedColumn(["a", "b", "c"], "b", -1)).toEqual(["b", "a", "c"]);
  expect(movedColumn(["a", "b", "c"], "b", 1)).toEqual(["a", "c", "b"]);
  expect(movedColumn(["a", "b"], "a", -1)).toEqual(["a", "b"]);
  expect(movedColumn(["a", "b"], "x", 1)).toEqual(["a", "b"]);
});
