import { cn } from "./cn";

const TITLES = new Set(["dr", "prof", "mr", "mrs", "ms", "mx"]);

/** First letters of the first and last word of a name, titles left out, e.g. "Dr Moira Campbell" → "MC". */
export function initials(name: string): string {
  const all = name.trim().split(/\s+/).filter(Boolean);
  const words = all.filter((word, i) => i === all.length - 1 || !TITLES.has(word.replace(/\.$/, "").toLowerCase()));
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : words;
  return letters
    .map((w) => Array.from(w ?? "")[0] ?? "")
    .join("")
    .toUpperCase();
}

const sizes = { sm: "size-6 text-2xs", md: "size-8 text-xs", lg: "size-10 text-sm" };

/** Initials in a circle. Decorative next to the name; alone give `alone` so that the name is read out. */
export function Avatar({ name, size = "md", alone }: { name: string; size?: keyof typeof sizes; alone?: boolean }) {
  return (
    <span
      {...(alone ? { role: "img", "aria-label": name, title: name } : { "aria-hidden": true })}
      className={cn(
        "inline-flex shrink-0 items-center justify-center rounded-full border border-accent-line bg-accent-soft font-medium text-accent-text",
        sizes[size],
      )}
    >
      {initials(name) || "?"}
    </span>
  );
}
