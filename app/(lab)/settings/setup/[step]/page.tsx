import { notFound } from "next/navigation";
import { StepContent } from "@/components/setup/step-content";
import { StepFrame } from "@/components/setup/step-frame";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { labFacts } from "@/lib/labs/first-run/lab-facts";
import { checksOf } from "@/lib/labs/first-run/ready";
import { STEP_WORDS, STEPS, type Step } from "@/lib/labs/first-run/steps";
import { labToday } from "@/lib/labs/today";

type Props = PageProps<"/settings/setup/[step]">;

const known = (step: string): Step | undefined => STEPS.find((one) => one === step);

export async function generateMetadata({ params }: Props) {
  const step = known((await params).step);
  return { title: step ? STEP_WORDS[step].label : "Guided set-up" };
}

export default async function StepPage({ params }: Props) {
  const actor = await pageActor("settings.manage");
  const step = known((await params).step);
  if (!step) notFound();
  const checks = checksOf(await asActor(actor, (tx) => labFacts(tx, labToday(actor.lab.timeZone))));
  return (
    <StepFrame step={step} checks={checks}>
      <StepContent step={step} actor={actor} />
    </StepFrame>
  );
}
