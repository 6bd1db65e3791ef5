import { Check, RotateCcw } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { type Step, type StepState, stepCount } from "@/lib/cases/progress";
import { STAGE_LABEL } from "@/lib/cases/vocabulary";

const BAR: Record<StepState, string> = {
  done: "bg-accent",
  current: "bg-accent/45 ring-1 ring-accent ring-inset",
  waiting: "bg-line",
  again: "bg-warning-mark/40",
  left_out: "bg-transparent border border-dashed border-line",
};

const WORDS: Record<StepState, string> = {
  done: "done",
  current: "now",
  waiting: "to come",
  again: "to be done again",
  left_out: "not needed",
};

/** The seven stages as a bar with the one it is at in words: "Design, step 3 of 6". Nothing but colour is never said. */
export function StageProgress({
  steps,
  label,
  className,
}: {
  steps: readonly Step[];
  label: string;
  className?: string;
}) {
  const at = stepCount(steps);
  const current = steps.find((step) => step.state === "current");
  return (
    <div className={className}>
      <ol aria-label={label} className="flex gap-1">
        {steps.map((step) => (
          <li
            key={step.stage}
            aria-current={step.state === "current" ? "step" : undefined}
            title={`${STAGE_LABEL[step.stage]}: ${WORDS[step.state]}`}
            className={cn("h-2 min-w-0 flex-1 rounded-full", BAR[step.state])}
          >
            <span className="sr-only">{`${STAGE_LABEL[step.stage]}: ${WORDS[step.state]}`}</span>
          </li>
        ))}
      </ol>
      {current && at && (
        <p className="mt-1 flex justify-between gap-3 text-xs">
          <span className="font-medium">{STAGE_LABEL[current.stage]}</span>
          <span className="text-muted">{`step ${at.at} of ${at.of}`}</span>
        </p>
      )}
    </div>
  );
}

/** The stages side by side with their names, what is done ticked; they wrap on a narrow screen. */
export function StageSteps({
  steps,
  label,
  note,
}: {
  steps: readonly Step[];
  label: string;
  note?: (step: Step) => string | null;
}) {
  return (
    <ol aria-label={label} className="flex flex-wrap gap-x-1 gap-y-1.5">
      {steps
        .filter((step) => step.state !== "left_out")
        .map((step) => (
          <li
            key={step.stage}
            aria-current={step.state === "current" ? "step" : undefined}
            className={cn(
              "inline-flex items-center gap-1 rounded-full border px-2 py-0.5 text-xs",
              step.state === "done" && "border-transparent bg-accent-soft text-accent-text",
              step.state === "current" && "border-accent font-semibold",
              step.state === "waiting" && "text-muted",
              step.state === "again" && "border-warning-line text-warning-text",
            )}
          >
            {step.state === "done" && <Check aria-hidden className="size-3" />}
            {step.state === "again" && <RotateCcw aria-hidden className="size-3" />}
            {STAGE_LABEL[step.stage]}
            {note?.(step) && <span className="font-normal text-muted">{note(step)}</span>}
            <span className="sr-only">, {WORDS[step.state]}</span>
          </li>
        ))}
    </ol>
  );
}
