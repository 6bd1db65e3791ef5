import { CaseRulesForm } from "@/components/settings/case-rules/case-rules-form";
import { SettingsHeader } from "@/components/settings/settings-header";
import { pageActor } from "@/lib/access/current";
import { caseRules } from "@/lib/cases/case-rules";
import { asActor } from "@/lib/db/as-actor";

export const metadata = { title: "Case rules" };

export default async function CaseRulesPage() {
  const actor = await pageActor("templates.manage");
  const rules = await asActor(actor, caseRules);
  return (
    <>
      <SettingsHeader
        actor={actor}
        current="/settings/case-rules"
        title="Case rules"
        subtitle="When dentists are reminded, and what remakes and cancellations cost"
      />
      <CaseRulesForm rules={rules} />
    </>
  );
}
