"use client";

import { Plus, X } from "lucide-react";
import { get } from "react-hook-form";
import { type Span, WEEKDAY_LABEL, WEEKDAYS, type Weekday } from "@/lib/practices/opening-hours";
import type { ActionForm } from "../forms/use-action-form";
import { Button, IconButton } from "../ui/button";
import type { PracticeValues } from "./practice-form";

/** From and to of each weekday, up to four times a day; a day without any is closed. */
export function HoursFields({ form }: { form: ActionForm<PracticeValues> }) {
  const hours = form.watch("openingHours") ?? {};
  const change = (day: Weekday, spans: Span[]) =>
    form.setValue("openingHours", { ...hours, [day]: spans.length > 0 ? spans : undefined }, { shouldDirty: true });
  return (
    <div className="flex flex-col divide-y">
      {WEEKDAYS.map((day) => (
        <Day
          key={day}
          day={day}
          spans={hours[day] ?? []}
          fault={messageIn(get(form.formState.errors, `openingHours.${day}`))}
          onChange={(spans) => change(day, spans)}
        />
      ))}
    </div>
  );
}

type DayProps = { day: Weekday; spans: Span[]; fault?: string; onChange: (spans: Span[]) => void };

function Day({ day, spans, fault, onChange }: DayProps) {
  const label = WEEKDAY_LABEL[day];
  const set = (at: number, end: 0 | 1, value: string) =>
    onChange(spans.map((span, i) => (i === at ? (end === 0 ? [value, span[1]] : [span[0], value]) : span)));
  return (
    <fieldset className="grid items-start gap-x-4 gap-y-1 py-2 sm:grid-cols-[7rem_1fr]">
      <legend className="float-left flex h-control items-center text-sm font-medium">{label}</legend>
      <div className="clear-left flex flex-wrap items-center gap-x-4 gap-y-2 sm:clear-none">
        {spans.length === 0 && <span className="text-sm text-muted">Closed</span>}
        {spans.map(([from, to], i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: spans have no identity but their place
          <span key={i} className="flex items-center gap-1.5">
            <input
              type="time"
              aria-label={`${label}, opens${spans.length > 1 ? ` (${i + 1})` : ""}`}
              value={from}
              onChange={(event) => set(i, 0, event.target.value)}
              className="control h-control w-32"
            />
            <span aria-hidden>–</span>
            <input
              type="time"
              aria-label={`${label}, closes${spans.length > 1 ? ` (${i + 1})` : ""}`}
              value={to}
              onChange={(event) => set(i, 1, event.target.value)}
              className="control h-control w-32"
            />
            <IconButton
              label={`Remove ${from}–${to} on ${label}`}
              icon={<X />}
              size="sm"
              onClick={() => onChange(spans.filter((_, at) => at !== i))}
            />
          </span>
        ))}
        {spans.length < 4 && (
          <Button
            size="sm"
            variant="ghost"
            icon={<Plus />}
            aria-label={`Add hours on ${label}`}
            onClick={() => onChange([...spans, spans.length === 0 ? ["09:00", "17:00"] : ["", ""]])}
          >
            {spans.length === 0 ? "Open" : "Add"}
          </Button>
        )}
      </div>
      {fault && (
        <p role="alert" className="text-xs font-medium text-danger-text sm:col-start-2">
          {fault}
        </p>
      )}
    </fieldset>
  );
}

/** The first message anywhere in an error of nested fields. */
function messageIn(error: unknown): string | undefined {
  if (typeof error !== "object" || error === null) return undefined;
  if ("message" in error && typeof error.message === "string" && error.message) return error.message;
  for (const inner of Object.values(error)) {
    const message = messageIn(inner);
    if (message) return message;
  }
  return undefined;
}
