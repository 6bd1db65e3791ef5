import { expect, test } from "vitest";
import { attendanceOf } from "./attendance";
import type { RotaCell, RotaShift } from "./queries";

const cell = (changes: Partial<RotaCell>): RotaCell => ({
  hours: { from: "08:00", to: "16:30" },
  shifts: [],
  exception: null,
  leave: null,
  ...changes,
});
const shift = (from: string, to: string) => ({ from, to }) as RotaShift;

test.each<[string, RotaCell | undefined, string, string]>([
  ["nothing is known", undefined, "no", "not on the rota"],
  ["no time that day", cell({ hours: null }), "no", "not on the rota"],
  ["the weekly time", cell({}), "all", "there 08:00–16:30"],
  ["a shift before it", cell({ shifts: [shift("12:00", "20:00")] }), "all", "there 12:00–20:00"],
  ["other hours", cell({ exception: { kind: "other_hours", from: "10:00", to: "14:00" } }), "all", "there 10:00–14:00"],
  ["a day off", cell({ exception: { kind: "off", from: null, to: null } }), "no", "off"],
  ["training", cell({ exception: { kind: "training", from: null, to: null } }), "no", "at training"],
  ["leave", cell({ leave: { kind: "sick", part: "all", asked: false } }), "no", "on leave"],
  ["leave of a morning", cell({ leave: { kind: null, part: "morning", asked: false } }), "part", "there from midday"],
  [
    "leave of an afternoon",
    cell({ leave: { kind: null, part: "afternoon", asked: false } }),
    "part",
    "there until midday",
  ],
  ["leave asked for", cell({ leave: { kind: null, part: "all", asked: true } }), "all", "there 08:00–16:30"],
  [
    "leave of a half where nobody works",
    cell({ hours: null, leave: { kind: null, part: "morning", asked: false } }),
    "no",
    "not on the rota",
  ],
])("%s", (_, given, there, words) => {
  expect(attendanceOf(given)).toEqual({ there, words });
});
