"use client";

import { PackageOpen, X } from "lucide-react";
import type { MaterialLine } from "@/lib/inventory/use/preview-materials";
import type { MaterialChoice } from "@/lib/inventory/use/schema";
import { Badge, StatusBadge } from "../ui/badge";
import { IconButton } from "../ui/button";
import { DateTime } from "../ui/time";
import { type ChosenLot, together } from "./chosen-lots";
import { MaterialDialog } from "./material-dialog";

type MaterialLinesProps = {
  lines: readonly MaterialLine[];
  chosen: readonly ChosenLot[];
  onChange: (chosen: readonly ChosenLot[]) => void;
};

/** What completing will take, by lot; a scanned lot or another quantity goes before the bill. */
export function MaterialLines({ lines, chosen, onChange }: MaterialLinesProps) {
  if (lines.length === 0) return null;
  return (
    <section aria-label="Materials" className="rounded-lg border bg-sunken">
      <h3 className="flex items-center gap-2 px-3 pt-2 text-sm font-semibold">
        <PackageOpen aria-hidden className="size-4" /> Takes when completed
      </h3>
      <ul className="divide-y">
        {together(lines).map((line) => {
          const own = chosen.find(({ lineId }) => lineId === line.lineId);
          return (
            <li key={line.lineId} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2 text-sm">
              <span className="min-w-0 flex-1 basis-48">
                <span className="font-medium">{line.what}</span>{" "}
                <span className="tabular-nums">
                  {own?.quantity ?? line.quantity} {line.unit}
                  {own?.quantity && line.stageIds.length > 1 && " each"}
                </span>
                {line.traced && (
                  <>
                    {" "}
                    <Badge tone="info">Must be traced</Badge>
                  </>
                )}
                <span className="block text-muted">
                  {own && own.lots.length > 0
                    ? `In hand: lot ${own.lots.map(({ number }) => number).join(", then ")}`
                    : line.lots.map(({ id, number, name, quantity, expiresOn }, at) => (
                        <span key={id}>
                          {at > 0 && "; "}
                          {number ? `lot ${number}` : "no lot number"}
                          {name !== line.what && `, ${name}`}
                          {line.lots.length > 1 && `, ${quantity} ${line.unit}`}
                          {expiresOn && (
                            <>
                              , until <DateTime iso={expiresOn} format="date" />
                            </>
                          )}
                        </span>
                      ))}
                  {own?.reason && ` (${own.reason})`}
                </span>
                {!own && line.missing !== "0" && (
                  <StatusBadge tone={line.traced ? "danger" : "warning"}>
                    {line.traced ? "Scan the lot you use" : `${line.missing} ${line.unit} not in the books`}
                  </StatusBadge>
                )}
              </span>
              {own && (
                <IconButton
                  label={`As the bill says: ${line.what}`}
                  icon={<X />}
                  onClick={() => onChange(chosen.filter(({ lineId }) => lineId !== line.lineId))}
                />
              )}
              <MaterialDialog
                line={line}
                own={own}
                onChosen={(next) => onChange([...chosen.filter(({ lineId }) => lineId !== line.lineId), next])}
              />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** The choices for a completion, one for each stage that takes the line. */
export const choicesOf = (lines: readonly MaterialLine[], chosen: readonly ChosenLot[]): MaterialChoice[] =>
  lines.flatMap(({ stageId, lineId }) => {
    const own = chosen.find((each) => each.lineId === lineId);
    if (!own) return [];
    const { lots, quantity, reason } = own;
    return [
      { stageId, lineId, lotIds: lots.map(({ id }) => id), ...(quantity === undefined ? {} : { quantity, reason }) },
    ];
  });
