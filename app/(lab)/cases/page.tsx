import { Plus } from "lucide-react";
import { type CaseLine, CaseTable } from "@/components/cases/case-table";
import { ClearFilters } from "@/components/data-table/clear-filters";
import { FilterSelect } from "@/components/data-table/filter-select";
import { LinkButton } from "@/components/ui/button";
import { LiveRefresh } from "@/components/ui/live-refresh";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { SearchInput } from "@/components/ui/search-input";
import { may } from "@/lib/access/actor";
import { pageActor } from "@/lib/access/current";
import { itemsSummary } from "@/lib/cases/item-name";
import { shipLateness } from "@/lib/cases/lateness";
import { type CaseKey, caseListParams, keyText } from "@/lib/cases/list-filter";
import { listCases } from "@/lib/cases/queries";
import { practiceChoices } from "@/lib/cases/record-queries";
import { CASE_STATUS_LABEL, STAGE_LABEL, URGENCY_LABEL } from "@/lib/cases/vocabulary";
import { asActor } from "@/lib/db/as-actor";
import { labToday } from "@/lib/labs/today";

export const metadata = { title: "Cases" };

const FILTERS = ["q", "status", "late", "urgency", "practice", "stage"] as const;
const choices = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));
const STATUSES = choices({ open: "All open", moving: "Open, not on hold", ...CASE_STATUS_LABEL });

type CasesPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CasesPage({ searchParams }: CasesPageProps) {
  const actor = await pageActor("cases.view");
  const params = await searchParams;
  const filter = caseListParams.parse(params);
  const today = labToday(actor.lab.timeZone);
  const { page, practices } = await asActor(actor, async (tx) => ({
    page: await listCases(tx, filter, today),
    practices: await practiceChoices(tx),
  }));
  const lines = page.cases.map(
    ({ items, createdAt, deliveredAt: _delivered, ...row }): CaseLine => ({
      ...row,
      createdAt: createdAt.toISOString(),
      items: itemsSummary(items, actor.toothNotation),
      lateness: shipLateness(row, today),
    }),
  );
  const address = (side: "after" | "before", key: CaseKey | null) => {
    if (!key) return undefined;
    const query = new URLSearchParams();
    for (const name of [...FILTERS, "sort"]) if (typeof params[name] === "string") query.set(name, params[name]);
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
      <CaseTable
        cases={lines}
        filtered={FILTERS.some((name) => params[name] !== undefined)}
        action={enter}
        toolbar={
          <>
            <SearchInput label="Search cases" placeholder="Number, patient, dentist …" />
            <FilterSelect label="Status" param="status" options={STATUSES} all="Any status" />
            <FilterSelect label="Stage" param="stage" options={choices(STAGE_LABEL)} all="Any stage" />
            <FilterSelect
              label="Ship-by"
              param="late"
              options={[{ value: "1", label: "Late only" }]}
              all="Late or not"
            />
            <FilterSelect label="Urgency" param="urgency" options={choices(URGENCY_LABEL)} all="Any urgency" />
            <FilterSelect
              label="Practice"
              param="practice"
              options={practices}
              all="Any practice"
              className="sm:max-w-52"
            />
            <ClearFilters params={FILTERS} />
          </>
        }
        pager={
          <Pager
            newerHref={address("before", page.newer)}
            olderHref={address("after", page.older)}
            newerLabel={newest ? "Newer" : "Previous"}
            olderLabel={newest ? "Older" : "Next"}
            summary={lines.length > 0 && `${lines.length} ${lines.length === 1 ? "case" : "cases"} on this page`}
          />
        }
      />
    </>
  );
}
