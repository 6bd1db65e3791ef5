import type { ReactNode } from "react";
import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { Check } from "@/lib/labs/first-run/ready";
import { STEP_WORDS, STEPS, type Step } from "@/lib/labs/first-run/steps";
import { StepDone } from "./step-done";

type Props = { step: Step; checks: readonly Check[]; children: ReactNode };

/** One step of the guide: what it is for, its forms, what is still missing, and on to the next. */
export function StepFrame({ step, checks, children }: Props) {
  const at = STEPS.indexOf(step);
  const next = STEPS[at + 1];
  const { label, why, skip } = STEP_WORDS[step];
  const missing = checks.filter((check) => check.step === step && !check.met);
  return (
    <>
      <PageHeader
        title={label}
        subtitle={why}
        breadcrumbs={[{ label: "Guided set-up", href: "/settings/setup" }]}
        status={
          <span className="text-sm text-muted tabular-nums">
            Step {at + 1} of {STEPS.length}
          </span>
        }
      />
      <div className="flex max-w-5xl flex-col gap-4">
        {children}
        {missing.length > 0 && (
          <Notice
            tone={missing.some(({ needed }) => needed) ? "warning" : "info"}
            title={missing.some(({ needed }) => needed) ? "Still missing here" : "You may want to know"}
          >
            <ul className="list-disc pl-4">
              {missing.map(({ says }) => (
                <li key={says}>{says}</li>
              ))}
            </ul>
          </Notice>
        )}
        <div className="flex flex-wrap items-center gap-2 border-t pt-4">
          <StepDone
            step={step}
            skip={skip}
            nextHref={next ? `/settings/setup/${next}` : "/settings/setup"}
            nextLabel={next ? STEP_WORDS[next].label : "see whether the lab is ready"}
          />
          <LinkButton href="/settings/setup" variant="ghost">
            Leave for now
          </LinkButton>
        </div>
      </div>
    </>
  );
}
