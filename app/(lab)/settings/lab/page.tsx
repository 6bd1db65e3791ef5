import { LabForm } from "@/components/settings/lab/lab-form";
import { NoticesForm } from "@/components/settings/lab/notices-form";
import { SettingsHeader } from "@/components/settings/settings-header";
import { LinkButton } from "@/components/ui/button";
import { Panel } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { labChoices } from "@/lib/labs/profile/choices";
import { labProfile } from "@/lib/labs/profile/lab-profile";
import { notices } from "@/lib/settings/notices/change-notices";

export const metadata = { title: "The lab" };

export default async function LabSettingsPage() {
  const actor = await pageActor("settings.manage");
  const [lab, words] = await asActor(actor, async (tx) => [await labProfile(tx), await notices(tx)] as const);
  return (
    <>
      <SettingsHeader
        actor={actor}
        current="/settings/lab"
        title="The lab"
        subtitle="What the lab is, on papers, labels and screens"
        actions={<LinkButton href="/settings/setup">Guided set-up</LinkButton>}
      />
      <div className="grid items-start gap-4 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <LabForm key={lab.seenAt} lab={lab} choices={labChoices(lab)} />
        <div className="flex flex-col gap-4">
          <Panel
            title="Tax and bank"
            actions={
              <LinkButton href="/settings/billing" size="sm">
                Change
              </LinkButton>
            }
          >
            <DescriptionList
              items={[
                { term: "Currency", value: `${lab.currency}, since the lab was opened` },
                { term: "Tax id", value: lab.taxId ?? "Not given" },
                { term: "Bank", value: lab.bankName ?? "Not given" },
                { term: "Account", value: lab.bankAccount ?? "Not given" },
              ]}
            />
          </Panel>
          <Panel title="What others read">
            <NoticesForm key={JSON.stringify(words)} notices={words} />
          </Panel>
        </div>
      </div>
    </>
  );
}
