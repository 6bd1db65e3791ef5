import { UserRoundPlus } from "lucide-react";
import { z } from "zod";
import { AcceptsSwitch } from "@/components/network/accepts-switch";
import { ApplicationTable } from "@/components/network/application-table";
import { LinkTabs } from "@/components/ui/link-tabs";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { instantParam, rowKeyParam } from "@/lib/access/address-params";
import { pageActor } from "@/lib/access/current";
import { publicLab } from "@/lib/access/public-lab";
import { addressOf } from "@/lib/access/tokens";
import { asActor } from "@/lib/db/as-actor";
import { listApplications, TABS, type Tab } from "@/lib/network/queries";

export const metadata = { title: "Applications" };

const TAB_LABEL: Record<Tab, string> = {
  waiting: "To review",
  question: "Waiting for an answer",
  approved: "Approved",
  rejected: "Rejected",
  withdrawn: "Withdrawn",
};
const search = z.object({
  show: z.enum(Object.keys(TABS) as [Tab, ...Tab[]]).catch("waiting"),
  after: rowKeyParam.transform((key) => (key && instantParam.safeParse(key[0]).success ? key : null)),
});

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ApplicationsPage({ searchParams }: Props) {
  const actor = await pageActor("applications.review");
  const { show, after } = search.parse(await searchParams);
  const page = await asActor(actor, (tx) => listApplications(tx, show, after));
  const accepts = (await publicLab(actor.lab.slug))?.acceptsApplications ?? false;
  return (
    <>
      <LiveRefresh topics={["applications"]} />
      <PageHeader
        title="Applications"
        subtitle="Dentists who want to work with the lab"
        actions={<AcceptsSwitch accepts={accepts} address={addressOf(`/apply/${actor.lab.slug}`)} />}
        tabs={
          <LinkTabs
            label="Applications"
            items={(Object.keys(TABS) as Tab[]).map((tab) => ({
              href: tab === "waiting" ? "/applications" : `/applications?show=${tab}`,
              label: TAB_LABEL[tab],
              current: tab === show,
              count: page.counts[tab],
            }))}
          />
        }
      />
      <ApplicationTable
        rows={page.rows.map((row) => ({ ...row, confirmedAt: row.confirmedAt.toISOString() }))}
        empty={
          <EmptyState
            icon={<UserRoundPlus strokeWidth={1.5} />}
            title={show === "waiting" ? "Nothing to review" : "None"}
            hint={
              show === "waiting"
                ? "An application shows here once the applicant has confirmed their address."
                : undefined
            }
          />
        }
        pager={
          <Pager
            olderHref={page.older ? `/applications?${new URLSearchParams({ show, after: page.older })}` : undefined}
            newerHref={after ? `/applications?show=${show}` : undefined}
            newerLabel="Newest"
          />
        }
      />
    </>
  );
}
