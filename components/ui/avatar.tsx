import { cn } from "./cn";

/** First letters of the first and last word of a name, e.g. "Moira Campbell" → "MC". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
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
