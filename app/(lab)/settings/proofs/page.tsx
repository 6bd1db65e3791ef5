import { ProofRulesForm } from "@/components/driver/proof-rules-form";
import { SettingsHeader } from "@/components/settings/settings-header";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { proofRules } from "@/lib/logistics/road/proof-rules";

export const metadata = { title: "Proofs at the door" };

export default async function ProofsPage() {
  const actor = await pageActor("carriers.manage");
  const rules = await asActor(actor, proofRules);
  return (
    <>
      <SettingsHeader
        actor={actor}
        current="/settings/proofs"
        title="Proofs at the door"
        subtitle="What drivers ask for when they hand over and when they collect"
      />
      <ProofRulesForm rules={rules} />
    </>
  );
}
