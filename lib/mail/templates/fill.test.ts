import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LETTER_NAMES, letterKind } from "./catalogue";
import { faultsOf, filled } from "./fill";
import type { LetterKind, LetterWords } from "./kind";

const kind: LetterKind = {
  group: "Money",
  label: "A letter",
  goes: "To somebody.",
  places: {
    name: { says: "who", sample: "Ann" },
    total: { says: "how much", sample: "£1", needed: true },
    list: { says: "what", sample: "one\ntwo", alone: true },
  },
  leads: true,
  words: { subject: "S", heading: "H", body: "Hello {name}, {total}", button: "Go", footnote: "" },
};
const faults = (more: Partial<LetterWords>) => faultsOf(kind, { ...kind.words, ...more });

describe("the words of a letter", () => {
  it.each(LETTER_NAMES)("as Casepan has them, are right: %s", (name) => {
    expect(faultsOf(letterKind(name), letterKind(name).words)).toEqual({});
  });

  it("name only what the letter has", () => {
    expect(faults({ subject: "For {nobody}" }).subject).toContain("{nobody} means nothing here");
    expect(faults({ footnote: "{name" }).footnote).toBe("A bracket is not closed.");
    expect(faults({ button: "{name} {x}" }).button).toContain("{x}");
  });

  it("keep what the letter needs, wherever it stands", () => {
    expect(faults({ body: "Hello" }).body).toBe("{total} must stand in the letter.");
    expect(faults({ body: "Hello", subject: "Over {total}" })).toEqual({});
  });

  it("give paragraphs a paragraph of their own, in the text", () => {
    expect(faults({ body: "{total}\n\nThese: {list}" }).body).toContain("a paragraph of its own");
    expect(faults({ body: "{total}\n\n{list}" })).toEqual({});
    expect(faults({ subject: "{list}" }).subject).toContain("belongs into the text");
  });

  it("say something, and name the button of a letter that leads on", () => {
    expect(faults({ subject: " " }).subject).toBe("Write something.");
    expect(faults({ button: "" }).button).toContain("name it");
  });
});

describe("filling", () => {
  const fill = (body: string, values: Record<string, string>, blocks: string[] = []) =>
    filled({ ...kind.words, body }, values, blocks).body;

  it("leaves out a line that names something empty, and a paragraph without lines", () => {
    expect(
      fill("Here is {total}.\nDue on {due}.\n\nPay to {bank}.\n\nBye", { total: "£1", due: "", bank: "" }),
    ).toEqual([{ text: "Here is £1." }, { text: "Bye" }]);
  });

  it("runs the lines of a paragraph on, and makes paragraphs of a value that stands alone", () => {
    expect(fill("One\ntwo\n\n{list}", { list: "a\nb" })).toEqual([{ text: "One two" }, { text: "a" }, { text: "b" }]);
  });

  it("hands on what is more than text", () => {
    expect(fill("Hello\n\n{list}", {}, ["list"])).toEqual([{ text: "Hello" }, { block: "list" }]);
  });

  it("never reads a value as a place again", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1 }).filter((text) => text.trim() === text && !text.includes("\n")),
        (text) => {
          const words = filled(
            { ...kind.words, subject: "{name}", body: "To {name}" },
            { name: text, total: "secret" },
          );
          expect(words.subject).toBe(text);
          expect(words.body).toEqual([{ text: `To ${text}` }]);
        },
      ),
    );
  });
});
