"use client";

import { X } from "lucide-react";
import type { TemplateStop } from "@/lib/logistics/templates/template-queries";
import { OrderList } from "../../settings/order/order-list";
import { IconButton } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { AddPractice, type FoundPractice } from "./add-practice";

type TemplateStopsProps = {
  stops: TemplateStop[];
  onChange: (stops: TemplateStop[]) => void;
  practices: readonly FoundPractice[];
};

/** The practices of a template: put into order, always served or only when something is due, added and taken off. */
export function TemplateStops({ stops, onChange, practices }: TemplateStopsProps) {
  const rows = stops.map((stop) => ({
    id: stop.practiceId,
    name: stop.practice,
    body: (
      <>
        <span className="min-w-0 flex-1 text-sm">
          {stop.practice}
          {stop.city && <span className="text-muted"> · {stop.city}</span>}
        </span>
        <Checkbox
          label="Always"
          aria-label={`Always go to ${stop.practice}`}
          checked={stop.always}
          onChange={(event) =>
            onChange(
              stops.map((one) => (one.practiceId === stop.practiceId ? { ...one, always: event.target.checked } : one)),
            )
          }
        />
        <IconButton
          label={`Take ${stop.practice} off`}
          icon={<X />}
          size="sm"
          onClick={() => onChange(stops.filter((one) => one.practiceId !== stop.practiceId))}
        />
      </>
    ),
  }));
  const order = (ids: string[]) => onChange(ids.flatMap((id) => stops.find((stop) => stop.practiceId === id) ?? []));
  return (
    <div className="flex flex-col gap-3">
      {rows.length === 0 ? (
        <p className="rounded-lg border border-dashed p-4 text-sm text-muted">
          No practices yet. Without any, the route takes what no other template serves.
        </p>
      ) : (
        <OrderList label="Practices" rows={rows} onOrder={order} />
      )}
      <AddPractice
        first={practices}
        taken={stops.map(({ practiceId }) => practiceId)}
        onAdd={(practice) => onChange([...stops, { ...practice, always: false }])}
      />
    </div>
  );
}
