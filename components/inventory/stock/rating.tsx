import { Star } from "lucide-react";
import { cn } from "../../ui/cn";

/** A mean of 1 to 5 as stars and in figures; a dash when nothing was rated. */
export function Rating({ value }: { value: string | null }) {
  if (value === null) return <span className="text-muted">not rated</span>;
  const full = Math.round(Number(value));
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap tabular-nums">
      <span aria-hidden className="inline-flex">
        {[1, 2, 3, 4, 5].map((star) => (
          <Star
            key={star}
            className={cn("size-3.5", star <= full ? "fill-current text-accent-text" : "text-line-strong")}
          />
        ))}
      </span>
      <span className="sr-only">rated </span>
      {Number(value).toFixed(1)}
    </span>
  );
}
