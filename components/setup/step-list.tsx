import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { StatusBadge } from "@/components/ui/badge";
import { Panel } from "@/components/ui/card";
import type { Progress } from "@/lib/labs/first-run/progress";
import type { Check } from "@/lib/labs/first-run/ready";
import { STEP_WORDS, STEPS, type Step } from "@/lib/labs/first-run/steps";

type Props = { progress: Progress; checks: readonly Check[] };

/** The steps of the guide, each with how it stands and what it still misses. */
export function StepList({ progress, checks }: Props) {
  return (
    <Panel title="Steps" flush>
      <ol aria-label="Steps" className="divide-y">
        {STEPS.map((step, i) => (
          <li key={step} className="relative flex items-center gap-3 px-4 py-3 hover:bg-hover">
            <span
              aria-hidden
              className="flex size-7 shrink-0 items-center justify-center rounded-full border text-sm tabular-nums"
            >
              {i + 1}
            </span>
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2">
                <Link href={`/settings/setup/${step}`} className="font-medium after:absolute after:inset-0">
                  {STEP_WORDS[step].label}
                </Link>
                <StepState step={step} progress={progress} checks={checks} />
              </p>
              <p className="text-sm text-muted">{summary(step, checks)}</p>
            </div>
            <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function StepState({ step, progress, checks }: Props & { step: Step }) {
  const missing = checks.some((check) => check.step === step && check.needed && !check.met);
  if (missing) return <StatusBadge tone="warning">Something is missing</StatusBadge>;
  if (progress.done.includes(step)) return <StatusBadge tone="success">Done</StatusBadge>;
  if (progress.skipped.includes(step)) return <StatusBadge tone="neutral">Left as it is</StatusBadge>;
  return <StatusBadge tone="info">To look at</StatusBadge>;
}

const summary = (step: Step, checks: readonly Check[]): string =>
  checks
    .filter((check) => check.step === step)
    .sort((a, b) => Number(a.met) - Number(b.met))
    .map(({ says }) => says.replace(/\.$/, ""))
    .join(" · ");
