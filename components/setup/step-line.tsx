import { Check } from "lucide-react";
import { cn } from "@/components/ui/cn";

/** Where one is in a short row of steps. */
export function StepLine({ steps, at }: { steps: readonly string[]; at: number }) {
  return (
    <ol aria-label="Steps" className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
      {steps.map((step, i) => (
        <li
          key={step}
          aria-current={i === at ? "step" : undefined}
          className={cn("flex items-center gap-2", i === at ? "font-semibold" : "text-muted")}
        >
          <span
            aria-hidden
            className={cn(
              "flex size-6 items-center justify-center rounded-full border text-xs tabular-nums",
              i === at && "border-accent bg-accent text-accent-fg",
            )}
          >
            {i < at ? <Check className="size-3.5" /> : i + 1}
          </span>
          {step}
          {i < at && <span className="sr-only"> (done)</span>}
        </li>
      ))}
    </ol>
  );
}
