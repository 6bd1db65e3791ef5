import { notFound } from "next/navigation";
import { BehindTable } from "@/components/reports/behind-table";
import { valueText } from "@/components/reports/value-text";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { behindHref, reportHref } from "@/lib/reports/address";
import { thingsBehind } from "@/lib/reports/behind";
import { askOf } from "@/lib/reports/build-report";
import { countedBy } from "@/lib/reports/counted";
import { filterOptions, filterWords } from "@/lib/reports/filter-options";
import { KINDS } from "@/lib/reports/kinds";
import { monthName } from "@/lib/reports/months";
import { periodWords } from "@/lib/reports/period";
import { behindAddress, headOf, reportName } from "@/lib/reports/schema";

export const metadata = { title: "Behind a figure" };

export default async function BehindPage({ params, searchParams }: PageProps<"/reports/[report]/behind">) {
  const name = reportName.safeParse((await params).report).data;
  if (!name) notFound();
  const head = headOf(name);
  const actor = await pageActor(head.finance ? "reports.finance" : "reports.view");
  const { lab } = actor;
  const address = behindAddress.parse(await searchParams);
  const { options, counted, page } = await asActor(actor, async (tx) => ({
    options: await filterOptions(tx, name),
    counted: await countedBy(tx, lab, name, address),
    page: await thingsBehind(tx, lab, name, address),
  }));
  const { month, key, only, of } = address;
  const { amount } = KINDS[name];
  const format =
    amount?.format.style === "money" ? { style: "money" as const, currency: lab.currency } : amount?.format;
  const written = (value: string) => (format ? valueText({ format: format as never }, value, lab.locale) : value);
  const which = [
    head.period && (month ? monthName(`${month}-01`, lab.locale) : periodWords(askOf(lab, address).period, lab.locale)),
    ...filterWords(options, address).map(([, value]) => value),
    `${page.count.toLocaleString(lab.locale)} ${page.count === 1 ? "entry" : "entries"}`,
    page.cases > 0 && page.cases < page.count && `of ${page.cases.toLocaleString(lab.locale)} cases`,
    amount && page.amount && amount.format.style !== "days" && `${amount.label.toLowerCase()} ${written(page.amount)}`,
  ].filter(Boolean);
  const part = { month, key, only, of };
  return (
    <>
      <PageHeader
        title={`${head.title}: ${counted?.words ?? "what is behind"}`}
        subtitle={`${which.join(", ")}.`}
        breadcrumbs={[
          { label: "Reports", href: "/reports" },
          { label: head.title, href: reportHref(name, address) },
        ]}
      />
      {counted && <p className="mb-3 max-w-prose text-sm text-muted">{counted.definition}</p>}
      <BehindTable
        rows={page.things.map((thing) => ({ ...thing, amount: thing.amount === null ? "" : written(thing.amount) }))}
        amountLabel={amount?.label}
        pager={
          <Pager
            newerHref={page.newer ? behindHref(name, address, { ...part, before: page.newer }) : undefined}
            olderHref={page.older ? behindHref(name, address, { ...part, after: page.older }) : undefined}
            summary={`${page.things.length} on this page`}
          />
        }
      />
    </>
  );
}
