"use client";

import { METHOD_LABEL, METHODS } from "@/lib/logistics/carriers/way";
import { ClearFilters } from "../../data-table/clear-filters";
import { FilterSelect } from "../../data-table/filter-select";
import { SearchInput } from "../../ui/search-input";

type ShipmentFiltersProps = {
  /** How many are late and leave today; none for lists that are not narrowed by day. */
  days: { late: number; today: number } | null;
  /** A pick-up is fetched by driver, whatever way the practice has. */
  byWay: boolean;
};

/** Narrows the lists of shipments by day, by how they go, and by words. */
export function ShipmentFilters({ days, byWay }: ShipmentFiltersProps) {
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <SearchInput
        label="Search shipments"
        placeholder="Parcel, tracking, case, practice"
        className="sm:w-72"
        resets={["after", "before"]}
      />
      {days && (
        <FilterSelect
          label="Day"
          param="when"
          all="Any day"
          options={[
            { value: "late", label: `Late (${days.late})` },
            { value: "today", label: `Today (${days.today})` },
          ]}
        />
      )}
      {byWay && (
        <FilterSelect
          label="How it goes"
          param="how"
          all="Any way"
          options={METHODS.map((value) => ({ value, label: METHOD_LABEL[value] }))}
        />
      )}
      <ClearFilters params={["q", "when", "how"]} />
    </div>
  );
}
