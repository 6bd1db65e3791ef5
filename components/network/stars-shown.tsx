import { Star } from "lucide-react";
import { cn } from "../ui/cn";
import { SCORE_WORDS } from "./score-words";

/** An overall score as stars, read out as words. */
export function StarsShown({ score }: { score: number }) {
  return (
    <span className="inline-flex items-center" role="img" aria-label={`${score} of 5, ${SCORE_WORDS[score]}`}>
      {[1, 2, 3, 4, 5].map((n) => (
        <Star
          key={n}
          aria-hidden
          className={cn("size-4", n <= score ? "fill-current text-warning-text" : "text-line-strong")}
        />
      ))}
    </span>
  );
}
