"use client";

import { useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterChips } from "@/components/data-table/filter-chips";
import { FilterSelect } from "@/components/data-table/filter-select";
import { Button } from "@/components/ui/button";
import { SearchInput } from "@/components/ui/search-input";
import { EmptyState } from "@/components/ui/states";
import type { FilterWords } from "@/lib/cases/filter-words";
import {
  caseFilterChoices,
  casesThatFit,
  deleteCaseView,
  openCasesWith,
  renameCaseView,
  restoreCaseView,
  saveCaseView,
  updateCaseView,
} from "@/lib/cases/list-actions";
import type { ReasonChoice } from "@/lib/cases/reason";
import type { SavedView } from "@/lib/cases/saved-views";
import { CASE_STATUS_LABEL, STAGE_LABEL } from "@/lib/cases/vocabulary";
import { LAB_COLUMNS } from "./case-columns";
import type { CaseLine } from "./case-line";
import { ExportButton } from "./export-button";
import { FilterButton } from "./filter-button";
import { LabBulk, type LabRights } from "./lab-bulk";
import { useSelected } from "./use-selected";
import { ViewMenu } from "./view-menu";

const choices = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));
const STATUSES = choices({ open: "All open", moving: "Open, not on hold", ...CASE_STATUS_LABEL });
const STAGES = choices(STAGE_LABEL);
const VIEW_ACTIONS = {
  save: saveCaseView,
  update: updateCaseView,
  rename: renameCaseView,
  remove: deleteCaseView,
  restore: restoreCaseView,
  openWith: openCasesWith,
};

type CaseListProps = {
  cases: readonly CaseLine[];
  /** What the list is narrowed to, in words. */
  chips: readonly FilterWords[];
  views: readonly SavedView[];
  /** How many cases fit, in words: "1,000+". */
  total: string;
  /** Others fit that are not on this page. */
  more: boolean;
  rights: LabRights;
  reasons: readonly ReasonChoice[];
  today: string;
  pager: ReactNode;
  action?: ReactNode;
};

/** The lab's cases: views, filters, columns, order, and what is done with many of them at once. A row opens its case. */
export function CaseList(props: CaseListProps) {
  const { cases, chips, views, total, more, pager, action } = props;
  const params = useSearchParams();
  const view = params.get("view");
  const { beyond, forget, selectAll, selecting } = useSelected(casesThatFit);
  return (
    <DataTable
      label="Cases"
      rows={cases}
      columns={LAB_COLUMNS}
      rowId={(row) => row.id}
      rowHref={(row) => `/cases/${row.id}`}
      defaultSort="-created"
      columnsParam="cols"
      rememberColumns={!view || view === "all"}
      keys
      toolbar={
        <>
          <SearchInput label="Search cases" placeholder="Number, patient, dentist …" />
          <ViewMenu views={views} actions={VIEW_ACTIONS} others="the lab's people" />
          <FilterSelect label="Status" param="status" options={STATUSES} all="Any status" className="max-lg:hidden" />
          <FilterSelect label="Stage" param="stage" options={STAGES} all="Any stage" className="max-xl:hidden" />
          <FilterButton lab count={chips.filter(({ param }) => param !== "q").length} load={caseFilterChoices} />
          <ExportButton lab />
        </>
      }
      chips={<FilterChips chips={chips} />}
      onSelect={forget}
      selectedCount={beyond?.length}
      bulk={(selected, clear) => (
        <LabBulk
          rows={beyond ?? selected.map(({ id, version, number }) => ({ caseId: id, version, number }))}
          rights={props.rights}
          reasons={props.reasons}
          today={props.today}
          onDone={clear}
        >
          {more && !beyond && selected.length === cases.length && (
            <Button size="sm" variant="ghost" loading={selecting} onClick={() => selectAll(params.toString())}>
              Select all {total} that fit
            </Button>
          )}
        </LabBulk>
      )}
      pager={pager}
      empty={<NoCases chips={chips} action={action} />}
    />
  );
}

function NoCases({ chips, action }: { chips: readonly FilterWords[]; action?: ReactNode }) {
  if (chips.length === 0)
    return (
      <EmptyState
        title="No cases yet"
        hint="Cases appear here as practices send them in, or when you enter one."
        action={action}
      />
    );
  return (
    <EmptyState
      title="No case fits"
      hint="Try fewer filters, or other words: a number, patient, practice or dentist. One or two letters find what begins with them."
    />
  );
}
