import { BillEditor } from "@/components/inventory/bills/bill-editor";
import { GroupsEditor } from "@/components/inventory/bills/groups-editor";
import { SettingsHeader } from "@/components/settings/settings-header";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Section } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { PROCEDURE_LABEL, PROCEDURE_TYPES } from "@/lib/cases/vocabulary";
import { asActor } from "@/lib/db/as-actor";
import { billCounts, billOf, stockChoices, stockGroups } from "@/lib/inventory/bills/queries";
import { billParams } from "@/lib/inventory/bills/schema";

export const metadata = { title: "Bills of materials" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BillsPage({ searchParams }: Props) {
  const actor = await pageActor("templates.manage");
  const { procedure } = billParams.parse(await searchParams);
  const { lines, groups, choices, counts } = await asActor(actor, async (tx) => ({
    lines: await billOf(tx, procedure),
    groups: await stockGroups(tx),
    choices: await stockChoices(tx),
    counts: await billCounts(tx),
  }));
  return (
    <>
      <SettingsHeader
        actor={actor}
        current="/settings/bills"
        title="Bills of materials"
        subtitle="What each stage takes from the stock when it is completed, from the lot in hand or the one that expires first"
      />
      <div className="mb-4">
        <LinkTabs
          label="Restoration"
          items={PROCEDURE_TYPES.map((type) => ({
            href: `/settings/bills?procedure=${type}`,
            label: PROCEDURE_LABEL[type],
            current: type === procedure,
            count: counts[type] ?? 0,
          }))}
        />
      </div>
      <Section
        title={PROCEDURE_LABEL[procedure]}
        hint="Lines of the item's material are taken beside those of every material."
      >
        <BillEditor key={procedure} procedureType={procedure} lines={lines} groups={groups} choices={choices} />
      </Section>
      <Section
        title="Groups"
        hint="Stock items that stand for one another. What is kept for the case's shade is taken first, then what goes with every shade."
      >
        <GroupsEditor groups={groups} choices={choices} />
      </Section>
    </>
  );
}
