import { z } from "zod";
import { parseSort } from "@/components/data-table/sort";
import { DentistTable } from "@/components/network/dentist-table";
import { MeasureNotes } from "@/components/network/measure-notes";
import { LinkTabs } from "@/components/ui/link-tabs";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import { may } from "@/lib/access/actor";
import { rowKeyParam, wordsParam } from "@/lib/access/address-params";
import { pageActor } from "@/lib/access/current";
import { asActor } from "@/lib/db/as-actor";
import { type DentistKey, isOrder, listDentists } from "@/lib/network/dentist-list";
import { monthsBack } from "@/lib/reports/months";
import { refreshedAt } from "@/lib/reports/refreshed-at";
import { reportParams } from "@/lib/reports/schema";

export const metadata = { title: "Dentists" };

/** `<number> <name>|<id>` of the row to go on from, with a dash where the row has no number to be sorted by. */
const dentistKey = rowKeyParam.transform((key): DentistKey | null => {
  const [, number, name] = /^(-|[\d.]+(?:e[+-]?\d+)?) (.+)$/.exec(key?.[0] ?? "") ?? [];
  const value = number === "-" ? null : Number(number);
  return key && name && !Number.isNaN(value) ? { value, name, id: key[1] } : null;
});
const keyText = ({ value, name, id }: DentistKey) => `${value ?? "-"} ${name}|${id}`;

const search = reportParams.extend({
  q: wordsParam(100).catch(""),
  sort: z.string().max(40).catch("-cases"),
  after: dentistKey,
  before: dentistKey,
});

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DentistsPage({ searchParams }: Props) {
  const actor = await pageActor("practices.view");
  const { months, q, sort, after, before } = search.parse(await searchParams);
  const money = may(actor, "reports.finance");
  const chosen = parseSort(sort);
  const allowed = chosen && isOrder(chosen.key) && (money || chosen.key !== "revenue") ? chosen : null;
  const order = allowed && isOrder(allowed.key) ? allowed.key : "cases";
  const descending = allowed ? allowed.descending : true;
  const since = monthsBack(months, actor.lab.timeZone);
  const { rows, newer, older, asOf } = await asActor(actor, async (tx) => ({
    ...(await listDentists(tx, { since, q, order, descending, after, before })),
    asOf: (await refreshedAt(tx, "dentist_performance"))?.toISOString(),
  }));
  const address = (change: Record<string, string | number>) => {
    const query = new URLSearchParams(
      Object.entries({ q, sort, months, ...change }).map(([key, value]) => [key, String(value)]),
    );
    for (const [key, usual] of [
      ["q", ""],
      ["sort", "-cases"],
      ["months", "6"],
    ] as const)
      if (query.get(key) === usual) query.delete(key);
    return query.size > 0 ? `/dentists?${query}` : "/dentists";
  };
  return (
    <>
      <LiveRefresh topics={["reports", "practices"]} />
      <PageHeader
        title="Dentists"
        subtitle={
          asOf ? (
            <>
              What each sends and how it went, as of <DateTime iso={asOf} format="datetime" />
            </>
          ) : (
            "What each sends and how it went"
          )
        }
        tabs={
          <LinkTabs
            label="Period"
            items={[3, 6, 12].map((span) => ({
              href: address({ months: span }),
              label: `${span} months`,
              current: span === months,
            }))}
          />
        }
      />
      <DentistTable
        rows={rows.map((row) => (money ? row : { ...row, revenue: "0" }))}
        locale={actor.lab.locale}
        money={money}
        query={months === 6 ? "" : `?months=${months}`}
        empty={
          <EmptyState
            title={q ? "No dentist matches" : "No dentists yet"}
            hint={q ? "Try fewer letters." : "Dentists are entered at their practice, or come by application."}
          />
        }
        pager={
          <Pager
            newerHref={newer ? address({ before: keyText(newer) }) : undefined}
            olderHref={older ? address({ after: keyText(older) }) : undefined}
            newerLabel="Previous"
            olderLabel="Next"
          />
        }
      />
      <MeasureNotes
        measures={[
          "cases",
          "units",
          "remadeUnits",
          "onTime",
          "days",
          "held",
          "rating",
          ...(money ? (["revenue"] as const) : []),
        ]}
      />
    </>
  );
}
