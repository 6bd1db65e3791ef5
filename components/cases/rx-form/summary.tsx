"use client";

import type { ReactNode } from "react";
import { dateText } from "@/components/ui/date-text";
import { useRegion } from "@/components/ui/region";
import { withoutHidden } from "@/lib/cases/completeness";
import { MATERIAL_LABEL, URGENCY_LABEL } from "@/lib/cases/vocabulary";
import { focusPath } from "./focus-path";
import { itemColor, itemWords } from "./item-look";
import { useRx } from "./rx-context";
import type { PlanSoFar } from "./use-plan";

const MOST_SHOWN = 8;

type SummaryProps = { soFar: PlanSoFar; files: number; sending: number; children: ReactNode };

/** The prescription so far in a few lines, what it still lacks, and below that what can be done with it. */
export function Summary({ soFar, files, sending, children }: SummaryProps) {
  const { values, terms, notation, missing, checked } = useRx();
  const { locale } = useRegion();
  const dentist = terms.dentists.find((d) => d.id === values.dentistId);
  const due = soFar && !soFar.refusal ? values.wantedOn || soFar.plan.dueOn : null;
  const lacks = missing.size;
  const aboutItem = (path: string) => {
    const item = values.items[Number(/^items\.(\d+)/.exec(path)?.[1] ?? -1)];
    return item && itemWords(item, notation);
  };
  return (
    <aside aria-label="Summary" className="flex flex-col gap-3 rounded-lg border bg-surface p-4">
      <h2 className="text-sm font-semibold">Summary</h2>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-1 text-sm">
        <dt className="text-muted">Practice</dt>
        <dd>{terms.practice.name}</dd>
        <dt className="text-muted">Dentist</dt>
        <dd>{dentist?.fullName ?? "–"}</dd>
        <dt className="text-muted">Patient</dt>
        <dd className="break-words">{values.patient.reference || "–"}</dd>
        <dt className="text-muted">Due</dt>
        <dd>
          {due ? <b className="font-semibold">{dateText(due, "day", locale, "UTC")}</b> : "–"}
          {values.urgency !== "standard" && ` · ${URGENCY_LABEL[values.urgency]}`}
        </dd>
        <dt className="text-muted">Files</dt>
        <dd>{files === 0 ? "None" : files}</dd>
      </dl>
      {values.items.length > 0 && (
        <ul className="flex max-h-60 flex-col gap-1.5 overflow-y-auto border-t pt-3 text-sm">
          {values.items.map((item, index) => (
            <li key={item.key} className="flex gap-2">
              <span
                aria-hidden
                className="mt-1.5 size-2 shrink-0 rounded-full"
                style={{ background: itemColor(index) }}
              />
              <span className="min-w-0">
                {itemWords(item, notation)}
                <span className="block text-xs text-muted">
                  {[item.material && MATERIAL_LABEL[item.material], withoutHidden(item, terms.rules, "").shade]
                    .filter(Boolean)
                    .join(" · ")}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      <div role="status" className="border-t pt-3 text-sm">
        {sending > 0 ? (
          <p className="text-muted">
            {sending} {sending === 1 ? "file is" : "files are"} still being sent.
          </p>
        ) : !checked ? null : lacks === 0 ? (
          <p className="text-success-text">Complete. Ready to submit.</p>
        ) : (
          <>
            <p className="text-warning-text">
              {lacks} {lacks === 1 ? "thing" : "things"} still missing
            </p>
            <ul className="mt-1 flex flex-col text-xs text-muted">
              {[...missing].slice(0, MOST_SHOWN).map(([path, message]) => (
                <li key={path}>
                  <button
                    type="button"
                    className="min-h-6 text-left hover:text-fg hover:underline touch:min-h-control"
                    onClick={(event) => focusPath(event.currentTarget.form, path)}
                  >
                    {aboutItem(path) && <b className="font-medium">{aboutItem(path)}: </b>}
                    {message}
                  </button>
                </li>
              ))}
              {lacks > MOST_SHOWN && <li>and {lacks - MOST_SHOWN} more</li>}
            </ul>
          </>
        )}
      </div>
      {children}
    </aside>
  );
}
