"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { FilterSelect } from "../../data-table/filter-select";
import { LinkButton } from "../../ui/button";
import { LinkTabs } from "../../ui/link-tabs";
import type { Choice } from "./shift-dialog";

type RotaBarProps = {
  view: "week" | "month";
  title: string;
  hrefs: { before: string; today: string; after: string; week: string; month: string };
  departments: readonly Choice[];
};

/** Moves through the rota: back, today and on, by week or month, by department. */
export function RotaBar({ view, title, hrefs, departments }: RotaBarProps) {
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
      <h2 className="text-base font-semibold tabular-nums max-sm:w-full sm:min-w-56">{title}</h2>
      <nav aria-label="Time" className="flex items-center gap-1" data-print="hide">
        <LinkButton href={hrefs.before} size="sm" icon={<ChevronLeft />} aria-label={`The ${view} before`}>
          Back
        </LinkButton>
        <LinkButton href={hrefs.today} size="sm">
          Today
        </LinkButton>
        <LinkButton href={hrefs.after} size="sm" icon={<ChevronRight />} aria-label={`The ${view} after`}>
          On
        </LinkButton>
      </nav>
      <LinkTabs
        label="View"
        items={[
          { href: hrefs.week, label: "Week", current: view === "week" },
          { href: hrefs.month, label: "Month", current: view === "month" },
        ]}
      />
      <div data-print="hide" className="sm:ml-auto">
        <FilterSelect
          label="Department"
          param="department"
          all="All departments"
          options={departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </div>
    </div>
  );
}
