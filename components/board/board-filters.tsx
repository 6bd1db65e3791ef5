import { URGENCIES, URGENCY_LABEL } from "@/lib/cases/vocabulary";
import { BOARD_FILTERS } from "@/lib/reports/board-filter";
import type { BoardSources } from "@/lib/reports/board-sources";
import { ClearFilters } from "../data-table/clear-filters";
import { FilterSelect } from "../data-table/filter-select";

const optionOf = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });

/** Narrows the board; every choice is in the address. */
export function BoardFilters({ departments, people, practices }: BoardSources) {
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <FilterSelect label="Department" param="department" options={departments.map(optionOf)} />
      <FilterSelect label="Person" param="person" options={people.map(optionOf)} />
      <FilterSelect label="Practice" param="practice" options={practices.map(optionOf)} />
      <FilterSelect
        label="Urgency"
        param="urgency"
        options={URGENCIES.map((urgency) => ({ value: urgency, label: URGENCY_LABEL[urgency] }))}
      />
      <FilterSelect label="Late" param="late" all="Late or not" options={[{ value: "1", label: "Late only" }]} />
      <ClearFilters params={[...BOARD_FILTERS]} />
    </div>
  );
}
