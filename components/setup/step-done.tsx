"use client";

import { useRouter } from "next/navigation";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { markStep } from "@/lib/labs/first-run/actions";
import type { Step } from "@/lib/labs/first-run/steps";

type Props = { step: Step; skip: string | null; nextHref: string; nextLabel: string };

/** Notes that a step was gone through, or left out, and goes on. */
export function StepDone({ step, skip, nextHref, nextLabel }: Props) {
  const router = useRouter();
  const mark = useAction(markStep, { onSuccess: () => router.push(nextHref) });
  return (
    <>
      <Button variant="primary" loading={mark.pending} onClick={() => void mark.run({ step, as: "done" })}>
        Next: {nextLabel}
      </Button>
      {skip && (
        <Button loading={mark.pending} onClick={() => void mark.run({ step, as: "skipped" })}>
          {skip}
        </Button>
      )}
    </>
  );
}
