import { notFound } from "next/navigation";
import { BehindTable } from "@/components/reports/behind-table";
import { PageHeader } from "@/components/ui/page-header";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { BEHIND_MOST, casesBehind } from "@/lib/reports/behind";
import { monthName } from "@/lib/reports/months";
import { behindParams, REPORTS, reportName } from "@/lib/reports/schema";

export const metadata = { title: "Cases behind a figure" };

const ONLY = {
  delivered: "delivered",
  on_time: "delivered on time",
  late: "delivered late",
  failed: "failed or sent back",
  remakes: "remakes",
};

type Props = { params: Promise<{ report: string }>; searchParams: Promise<Record<string, string>> };

export default async function CasesBehindPage({ params, searchParams }: Props) {
  const report = reportName.safeParse((await params).report);
  if (!report.success) notFound();
  const { title, finance } = REPORTS[report.data];
  const actor = await pageActor(finance ? "reports.finance" : "reports.view");
  const behind = behindParams.parse(await searchParams);
  const rows = await asActor(actor, (tx) => casesBehind(tx, report.data, behind, actor.lab.timeZone));
  const which = [
    behind.month ? monthName(`${behind.month}-01`, actor.lab.locale) : `The last ${behind.months} months`,
    behind.only ? ONLY[behind.only] : null,
  ]
    .filter(Boolean)
    .join(", ");
  return (
    <>
      <PageHeader
        title={`${title}: the cases behind`}
        subtitle={`${which}. ${rows.length === BEHIND_MOST ? `The newest ${BEHIND_MOST} entries` : `${rows.length} ${rows.length === 1 ? "entry" : "entries"}`}.`}
        breadcrumbs={[{ label: "Reports", href: `/reports/${report.data}` }]}
      />
      <BehindTable rows={rows.map((row, line) => ({ ...row, line }))} />
    </>
  );
}
