"use client";

import { ClearFilters } from "@/components/data-table/clear-filters";
import { FilterSelect } from "@/components/data-table/filter-select";

type Option = { value: string; label: string };

const PERIODS = [
  { value: "3m", label: "Last 3 months" },
  { value: "12m", label: "Last 12 months" },
  { value: "this_year", label: "This year" },
  { value: "last_year", label: "Last year" },
  { value: "own", label: "Own range" },
];

type ReportFiltersProps = {
  hasPeriod: boolean;
  isOwnRange: boolean;
  months: readonly Option[];
  /** Each filter of the report: its name in the address, its words and what can be chosen. */
  filters: readonly { param: string; label: string; options: readonly Option[] }[];
  isNarrowed: boolean;
};

/** What the report is of: its months, what they are compared with, and what it is narrowed to. All of it stands in the address. */
export function ReportFilters({ hasPeriod, isOwnRange, months, filters, isNarrowed }: ReportFiltersProps) {
  return (
    <div className="mb-4 flex flex-wrap items-center gap-2" data-print="hide">
      {hasPeriod && <FilterSelect label="Period" param="period" all="Last 6 months" options={PERIODS} />}
      {hasPeriod && isOwnRange && (
        <>
          <FilterSelect label="From month" param="from" all="From: this month" options={months} />
          <FilterSelect label="To month" param="to" all="To: this month" options={months} />
        </>
      )}
      {hasPeriod && (
        <FilterSelect
          label="Compare with"
          param="compare"
          all="Against the months before"
          options={[{ value: "year", label: "Against a year before" }]}
        />
      )}
      {filters.map(({ param, label, options }) => (
        <FilterSelect
          key={param}
          label={label}
          param={param}
          all={`All ${label.toLowerCase() === "category" ? "categories" : `${label.toLowerCase()}s`}`}
          options={options}
          className="max-w-52"
        />
      ))}
      {isNarrowed && <ClearFilters params={filters.map(({ param }) => param)} />}
    </div>
  );
}
