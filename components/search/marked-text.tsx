import { mark } from "@/lib/search/fold";

/** A text with the places that fit the words marked. */
export function MarkedText({ text, words }: { text: string; words: readonly string[] }) {
  let at = 0;
  return mark(text, words).map((piece) => {
    const key = at;
    at += piece.text.length;
    if (!piece.marked) return <span key={key}>{piece.text}</span>;
    return (
      <mark key={key} className="rounded-sm bg-accent-soft text-accent-text">
        {piece.text}
      </mark>
    );
  });
}
