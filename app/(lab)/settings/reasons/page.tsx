import { ReasonForm } from "@/components/settings/reasons/reason-form";
import { ArchivedReasons, ReasonList } from "@/components/settings/reasons/reason-list";
import { SettingsHeader } from "@/components/settings/settings-header";
import { LinkTabs } from "@/components/ui/link-tabs";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { REASON_KIND_WORDS } from "@/lib/workflow/reason-list/kind-words";
import { editedReasons } from "@/lib/workflow/reason-list/queries";
import { REASON_KINDS, reasonParams } from "@/lib/workflow/reason-list/schema";

export const metadata = { title: "Reasons" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ReasonsPage({ searchParams }: Props) {
  const actor = await pageActor("templates.manage");
  const { kind } = reasonParams.parse(await searchParams);
  const reasons = await asActor(actor, (tx) => editedReasons(tx, kind));
  return (
    <>
      <SettingsHeader
        actor={actor}
        current="/settings/reasons"
        title="Reasons"
        subtitle={REASON_KIND_WORDS[kind].when}
        actions={<ReasonForm kind={kind} />}
      />
      <LinkTabs
        label="Kind"
        items={REASON_KINDS.map((each) => ({
          href: `/settings/reasons?kind=${each}`,
          label: REASON_KIND_WORDS[each].label,
          current: each === kind,
        }))}
      />
      <div className="mt-4 max-w-3xl">
        <ReasonList key={kind} kind={kind} parent={null} reasons={reasons} />
        <ArchivedReasons reasons={reasons} />
      </div>
    </>
  );
}
