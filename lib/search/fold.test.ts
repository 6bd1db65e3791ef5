import { expect, test } from "vitest";
import { excerpt, fold, mark, matchesIn } from "./fold";

const marked = (text: string, ...words: string[]) =>
  mark(text, words)
    .map((piece) => (piece.marked ? `[${piece.text}]` : piece.text))
    .join("");

test("compares without accents and case, and marks the text as it is written", () => {
  expect(fold("Élodie MÜLLER Weiß")).toBe("elodie muller weiss");
  expect(marked("Élodie Müller", "muller", "elo")).toBe("[Élo]die [Müller]");
  expect(marked("Weiß", "weiss")).toBe("[Weiß]");
  expect(marked("Mu\u0308ller", "muller")).toBe("[Mu\u0308ller]");
});

test("marks overlapping words once, and every place", () => {
  expect(marked("banana", "ana", "ban")).toBe("[banana]");
  expect(marked("pan and pan", "pan")).toBe("[pan] and [pan]");
});

test("takes words as they are, whatever they hold", () => {
  expect(marked("a.c abc", "a.c")).toBe("[a.c] abc");
  expect(marked("50% (x)", "50%", "(x)")).toBe("[50%] [(x)]");
  expect(marked("👩‍⚕️ smith 😀", "smith")).toBe("👩‍⚕️ [smith] 😀");
  expect(marked("مرحبا بك", "بك")).toBe("مرحبا [بك]");
  expect(matchesIn("anything", ["", "  ".trim()])).toEqual([]);
});

test("cuts a long text to where the word is, and leaves a short one whole", () => {
  expect(excerpt("one\n two", ["two"])).toBe("one two");
  const long = `${"before ".repeat(40)}margin ${"after ".repeat(60)}`;
  const cut = excerpt(long, ["margin"]);
  expect(cut).toContain("margin");
  expect(cut.startsWith("…") && cut.endsWith("…")).toBe(true);
  expect(cut.length).toBeLessThan(190);
});
