import { ReadyPanel } from "@/components/setup/ready-panel";
import { StepList } from "@/components/setup/step-list";
import { LinkButton } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { labFacts } from "@/lib/labs/first-run/lab-facts";
import { setupProgress } from "@/lib/labs/first-run/progress";
import { checksOf } from "@/lib/labs/first-run/ready";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Guided set-up" };

export default async function GuidePage() {
  const actor = await pageActor("settings.manage");
  const [facts, progress] = await asActor(
    actor,
    async (tx) => [await labFacts(tx, labToday(actor.lab.timeZone)), await setupProgress(tx)] as const,
  );
  const checks = checksOf(facts);
  return (
    <>
      <PageHeader
        title="Guided set-up"
        subtitle="Each step is kept at once. Leave it whenever you like; you find it again under Settings, The lab."
        breadcrumbs={[{ label: "The lab", href: "/settings/lab" }]}
        actions={<LinkButton href="/settings/lab">The lab's particulars</LinkButton>}
      />
      <div className="flex max-w-4xl flex-col gap-4">
        <ReadyPanel checks={checks} />
        <StepList progress={progress} checks={checks} />
      </div>
    </>
  );
}
