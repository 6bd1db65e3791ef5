"use client";

import { useSearchParams } from "next/navigation";
import type { ReactNode } from "react";
import { DataTable } from "@/components/data-table/data-table";
import { FilterChips } from "@/components/data-table/filter-chips";
import { Button } from "@/components/ui/button";
import { SearchInput } from "@/components/ui/search-input";
import type { FilterWords } from "@/lib/cases/filter-words";
import {
  deleteOwnView,
  openOwnCasesWith,
  ownCasesThatFit,
  ownFilterChoices,
  renameOwnView,
  restoreOwnView,
  saveOwnView,
  updateOwnView,
} from "@/lib/cases/portal-list-actions";
import type { SavedView } from "@/lib/cases/saved-views";
import { PORTAL_COLUMNS } from "./case-columns";
import type { CaseLine } from "./case-line";
import { ExportButton } from "./export-button";
import { FilterButton } from "./filter-button";
import { PortalBulk } from "./portal-bulk";
import { useSelected } from "./use-selected";
import { ViewMenu } from "./view-menu";

const VIEW_ACTIONS = {
  save: saveOwnView,
  update: updateOwnView,
  rename: renameOwnView,
  remove: deleteOwnView,
  restore: restoreOwnView,
  openWith: openOwnCasesWith,
};

type PortalListProps = {
  cases: readonly CaseLine[];
  chips: readonly FilterWords[];
  views: readonly SavedView[];
  total: string;
  more: boolean;
  mayWrite: boolean;
  /** The order when the address says none. */
  defaultSort: string;
  empty: ReactNode;
  pager: ReactNode;
};

/** A practice's cases: views, filters, columns and order, and a note to the lab on many of them. A row opens its case. */
export function PortalList(props: PortalListProps) {
  const { cases, chips, views, total, more } = props;
  const params = useSearchParams();
  const view = params.get("view");
  const { beyond, forget, selectAll, selecting } = useSelected(ownCasesThatFit);
  return (
    <DataTable
      label="Cases"
      rows={cases}
      columns={PORTAL_COLUMNS}
      rowId={(row) => row.id}
      rowHref={(row) => `/portal/cases/${row.id}`}
      defaultSort={props.defaultSort}
      columnsParam="cols"
      rememberColumns={!view || view === "all"}
      scroll="page"
      keys
      toolbar={
        <>
          <SearchInput label="Search all cases" placeholder="Patient, number or dentist" />
          <ViewMenu views={views} actions={VIEW_ACTIONS} others="your practice" />
          <FilterButton lab={false} count={chips.filter(({ param }) => param !== "q").length} load={ownFilterChoices} />
          <ExportButton lab={false} />
        </>
      }
      chips={<FilterChips chips={chips} />}
      onSelect={forget}
      selectedCount={beyond?.length}
      bulk={
        props.mayWrite
          ? (selected, clear) => (
              <PortalBulk
                rows={beyond ?? selected.map(({ id, version, number }) => ({ caseId: id, version, number }))}
                mayWrite
                onDone={clear}
              >
                {more && !beyond && selected.length === cases.length && (
                  <Button size="sm" variant="ghost" loading={selecting} onClick={() => selectAll(params.toString())}>
                    Select all {total} that fit
                  </Button>
                )}
              </PortalBulk>
            )
          : undefined
      }
      pager={props.pager}
      empty={props.empty}
    />
  );
}
