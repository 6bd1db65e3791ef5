import { linkedText } from "./linked-text";

/** What a message says: addresses as links that open apart, names of those mentioned set off, lines kept. */
export function MessageText({ body, mentioned }: { body: string; mentioned: readonly string[] }) {
  return (
    <p className="whitespace-pre-wrap wrap-anywhere">
      {linkedText(body, mentioned).map((part, position) => {
        const key = `${position}`;
        if (part.kind === "link")
          return (
            <a
              key={key}
              href={part.href}
              target="_blank"
              rel="noopener noreferrer nofollow"
              className="text-accent-text underline"
            >
              {part.text}
            </a>
          );
        if (part.kind === "mention")
          return (
            <strong key={key} className="font-semibold text-accent-text">
              {part.text}
            </strong>
          );
        return part.text;
      })}
    </p>
  );
}
