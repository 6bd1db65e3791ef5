import type { ReactNode } from "react";
import type { Transaction } from "@/lib/db/transaction";
import { letterBody } from "../letter";
import { Letter, Line } from "../letters/letter";
import { type LETTERS, type LetterName, letterKind } from "./catalogue";
import { filled } from "./fill";
import type { LetterWords } from "./kind";
import { wordsOf } from "./words-of";

type PlaceOf<Name extends LetterName> = keyof (typeof LETTERS)[Name]["places"] & string;

type LetterInput<Name extends LetterName> = {
  /** The lab whose words hold; null for Casepan's own. */
  labId: string | null;
  /** Who gets it: their language is taken where the lab has words in it. */
  to: string;
  /** Who writes, at its foot: the lab's name, with its address on papers. */
  from: string;
  /** Where its button leads. */
  href?: string;
  /** What stands for each place; an empty one is left out with its line. */
  values: Partial<Record<PlaceOf<Name>, string | null>>;
  /** Paragraphs that are more than text, for places that stand alone. */
  blocks?: Partial<Record<PlaceOf<Name>, ReactNode>>;
};

export type WrittenLetter = { subject: string; text: string; html: string };

/** The one place where letters are written: in the lab's words of the reader's or the lab's language, else in Casepan's. */
export async function writeLetter<Name extends LetterName>(
  tx: Transaction,
  name: Name,
  input: LetterInput<Name>,
): Promise<WrittenLetter> {
  const { words, language } = await wordsOf(tx, name, input);
  return drawLetter(name, words, language, input);
}

/** A letter in given words: what `writeLetter` sends, and what a preview shows. */
export async function drawLetter(
  name: LetterName,
  words: LetterWords,
  language: string,
  {
    from,
    href,
    values,
    blocks = {},
  }: Pick<LetterInput<LetterName>, "from" | "href"> & {
    values: Record<string, string | null | undefined>;
    blocks?: Record<string, ReactNode>;
  },
): Promise<WrittenLetter> {
  const given = Object.fromEntries(Object.entries(values).map(([place, value]) => [place, value ?? ""]));
  const { subject, heading, body, button, footnote } = filled(words, given, Object.keys(blocks));
  const first = body.find((paragraph) => "text" in paragraph && paragraph.text.length > 20);
  const letter = (
    <Letter
      lang={language}
      preview={first && "text" in first ? first.text.slice(0, 140) : heading}
      heading={heading}
      from={from}
      link={letterKind(name).leads && href ? { href, label: button } : undefined}
      footnote={footnote || undefined}
    >
      {body.map((paragraph, position) =>
        "text" in paragraph ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: paragraphs of a letter never move
          <Line key={position}>{paragraph.text}</Line>
        ) : (
          blocks[paragraph.block]
        ),
      )}
    </Letter>
  );
  return { subject: subject.slice(0, 200), ...(await letterBody(letter)) };
}
