import { Plus } from "lucide-react";
import { redirect } from "next/navigation";
import { caseLine } from "@/components/cases/lists/case-line";
import { CaseList } from "@/components/cases/lists/case-list";
import { LinkButton } from "@/components/ui/button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { COUNT_MOST, countFigure, countWords } from "@/lib/cases/count-words";
import { filterNames } from "@/lib/cases/filter-choices";
import { filterWords } from "@/lib/cases/filter-words";
import { shipLateness } from "@/lib/cases/lateness";
import { listQuery } from "@/lib/cases/list-address";
import { type CaseKey, caseListParams, keyText } from "@/lib/cases/list-filter";
import { countCases, listCases, workOf } from "@/lib/cases/queries";
import { reasonChoices } from "@/lib/cases/reason";
import { savedViews } from "@/lib/cases/saved-views";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Cases" };

type CasesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CasesPage({ searchParams }: CasesPageProps) {
  const actor = await pageActor("cases.view");
  const params = await searchParams;
  const filter = caseListParams.parse(params);
  const today = labToday(actor.lab.timeZone);
  const rights = {
    hold: may(actor, "cases.hold"),
    due: may(actor, "cases.edit"),
    assign: may(actor, "bench.assign"),
  };
  const found = await asActor(actor, async (tx) => {
    const views = await savedViews(tx);
    const usual = views.find(({ isDefault }) => isDefault);
    if (usual && Object.keys(params).length === 0) return { goTo: `/cases?view=${usual.id}&${usual.query}`, views };
    const page = await listCases(tx, filter, today);
    const ids = page.cases.map(({ id }) => id);
    return {
      views,
      page,
      work: await workOf(tx, ids),
      names: await filterNames(tx, filter),
      count: await countCases(tx, filter, today, COUNT_MOST),
      reasons: rights.hold ? await reasonChoices(tx, "hold") : [],
    };
  });
  if (found.goTo !== undefined) redirect(found.goTo);
  const { page, work, count } = found;
  const { locale } = actor.lab;
  const address = (side: "after" | "before", key: CaseKey | null) => {
    if (!key) return undefined;
    const query = listQuery(params);
    query.set(side, keyText(key));
    return `/cases?${query}`;
  };
  const newest = filter.sort === "created" && filter.descending;
  const enter = may(actor, "cases.submit") && (
    <LinkButton href="/cases/new" variant="primary" icon={<Plus aria-hidden />}>
      New case
    </LinkButton>
  );
  return (
    <>
      <LiveRefresh topics={["cases"]} />
      <PageHeader title="Cases" actions={enter} />
      <CaseList
        cases={page.cases.map((row) => caseLine(row, actor.toothNotation, shipLateness(row, today), work.get(row.id)))}
        chips={filterWords(filter, found.names, locale)}
        views={found.views}
        total={countFigure(count, locale)}
        more={count > page.cases.length}
        rights={rights}
        reasons={found.reasons}
        today={today}
        action={enter}
        pager={
          <Pager
            newerHref={address("before", page.newer)}
            olderHref={address("after", page.older)}
            newerLabel={newest ? "Newer" : "Previous"}
            olderLabel={newest ? "Older" : "Next"}
            summary={page.cases.length > 0 && countWords(count, locale)}
          />
        }
      />
    </>
  );
}
