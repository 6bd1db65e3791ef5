import Link from "next/link";
import type { ReactNode } from "react";
import type { ToothNotation } from "@/lib/access/actor";
import { itemName } from "@/lib/cases/item-name";
import { STAGE_LABEL } from "@/lib/cases/vocabulary";
import type { LotUse } from "@/lib/inventory/trace/uses";
import { Badge, StatusBadge } from "../../ui/badge";
import { DateTime } from "../../ui/time";

type UseTableProps = {
  uses: readonly LotUse[];
  notation: ToothNotation;
  /** Said above the rows for screen readers. */
  label: string;
  /** On the lot's page: the cases; on the case's: the lots. */
  shows: "cases" | "lots";
};

/** Where material went: each use with its case, teeth, patient, practice, dentist, day and technician, or with its lot. */
export function UseTable({ uses, notation, label, shows }: UseTableProps) {
  return (
    <section
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto"
    >
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr className="border-b text-left text-xs text-muted">
            {(shows === "cases"
              ? ["Case", "Item", "Patient", "Practice and dentist", "Quantity", "Used"]
              : ["Item", "Material", "Lot", "Quantity", "Used"]
            ).map((head) => (
              <th key={head} scope="col" className="px-3 py-2 font-medium whitespace-nowrap">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y">
          {uses.map((use) => (
            <tr key={use.id}>
              {shows === "cases" ? (
                <CaseCells use={use} notation={notation} />
              ) : (
                <LotCells use={use} notation={notation} />
              )}
              <Cell>
                <span className="whitespace-nowrap tabular-nums">
                  {use.quantity} {use.unit}
                </span>
                {use.isShort && (
                  <span className="block">
                    <StatusBadge tone="warning">Not in the books</StatusBadge>
                  </span>
                )}
                {use.reason && <span className="block text-muted">{use.reason}</span>}
              </Cell>
              <Cell>
                <DateTime iso={use.usedAt.toISOString()} />
                <span className="block text-muted">
                  {use.usedBy}
                  {use.stage && `, ${STAGE_LABEL[use.stage].toLowerCase()}`}
                </span>
              </Cell>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const Cell = ({ children }: { children: ReactNode }) => <td className="px-3 py-2 align-top">{children}</td>;
type CellsProps = { use: LotUse; notation: ToothNotation };

function CaseCells({ use, notation }: CellsProps) {
  return (
    <>
      <Cell>
        <Link href={`/cases/${use.caseId}`} className="font-medium whitespace-nowrap underline">
          {use.caseNumber}
        </Link>
      </Cell>
      <Cell>{itemName(use, notation)}</Cell>
      <Cell>{use.patient}</Cell>
      <Cell>
        {use.practice}
        <span className="block text-muted">{use.dentist}</span>
      </Cell>
    </>
  );
}

function LotCells({ use, notation }: CellsProps) {
  return (
    <>
      <Cell>{itemName(use, notation)}</Cell>
      <Cell>{use.stockName}</Cell>
      <Cell>
        <span className="flex flex-wrap items-center gap-1">
          <Link href={`/inventory/lots/${use.lotId}`} className="underline">
            {use.isUnnumbered ? "No number" : use.lotNumber}
          </Link>
          {use.isRecalled && <Badge tone="danger">Recalled</Badge>}
        </span>
        {use.expiresOn && (
          <span className="block text-muted">
            until <DateTime iso={use.expiresOn} format="date" />
          </span>
        )}
      </Cell>
    </>
  );
}
