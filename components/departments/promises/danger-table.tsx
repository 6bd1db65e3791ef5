"use client";

import { Send } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { URGENCY_LABEL } from "@/lib/cases/vocabulary";
import { movePromisedDays } from "@/lib/departments/promises/actions";
import type { CaseInDanger } from "@/lib/departments/promises/in-danger";
import { useBulk } from "../../cases/lists/use-bulk";
import type { Column } from "../../data-table/column";
import { DataTable } from "../../data-table/data-table";
import { Field } from "../../forms/field";
import { Badge } from "../../ui/badge";
import { Button } from "../../ui/button";
import { Input } from "../../ui/input";
import { EmptyState } from "../../ui/states";
import { DateTime } from "../../ui/time";
import { dangerWords } from "./danger-words";

const BulkForm = dynamic(() => import("../../cases/lists/bulk-forms").then((module) => module.BulkForm));
const BulkResult = dynamic(() => import("../../cases/lists/bulk-result").then((module) => module.BulkResult));

const columns: Column<CaseInDanger>[] = [
  { id: "number", header: "Case", cell: (row) => row.number, card: "title", width: "9rem" },
  {
    id: "practice",
    header: "Practice",
    cell: (row) => (
      <span>
        {row.practice}
        <span className="block text-xs text-muted">{row.dentist}</span>
      </span>
    ),
  },
  {
    id: "urgency",
    header: "Urgency",
    cell: (row) =>
      row.urgency === "standard" ? URGENCY_LABEL.standard : <Badge tone="warning">{URGENCY_LABEL[row.urgency]}</Badge>,
    from: "lg",
  },
  { id: "due", header: "Promised", cell: (row) => <DateTime iso={row.dueOn} format="date" /> },
  {
    id: "could",
    header: "Could be there",
    cell: (row) => (
      <span className="font-medium">
        <DateTime iso={row.couldBeDue} format="date" />
      </span>
    ),
  },
  { id: "why", header: "Why", cell: (row) => dangerWords(row) },
];

/** The cases whose promise does not hold; those chosen are moved to the day they can be there, and their practices told. */
export function DangerTable({ rows, mayMove }: { rows: CaseInDanger[]; mayMove: boolean }) {
  const router = useRouter();
  // Outside of the selection: what was moved leaves the list, and its result stays to be read.
  const bulk = useBulk();
  const [asked, setAsked] = useState<{ cases: CaseInDanger[]; clear: () => void } | null>(null);
  const [clearAfter, setClearAfter] = useState<(() => void) | null>(null);
  const send = (cases: CaseInDanger[], reason: string) => {
    const newDay = new Map(cases.map(({ caseId, couldBeDue }) => [caseId, couldBeDue]));
    void bulk.run("Move the due dates", cases, (some) =>
      movePromisedDays({ rows: some.map((row) => ({ ...row, dueOn: newDay.get(row.caseId) ?? "" })), reason }),
    );
  };
  return (
    <>
      <DataTable
        label="Promises in danger"
        rows={rows}
        columns={columns}
        rowId={(row) => row.caseId}
        rowHref={(row) => `/cases/${row.caseId}`}
        scroll="page"
        bulk={
          mayMove
            ? (cases, clear) => (
                <Button
                  size="sm"
                  variant="primary"
                  icon={<Send aria-hidden />}
                  onClick={() => setAsked({ cases, clear })}
                >
                  Move and tell the practices
                </Button>
              )
            : undefined
        }
        empty={
          <EmptyState
            title="Every promise holds"
            hint="As the load, the people and the machines of the days ahead stand."
          />
        }
      />
      {asked && (
        <BulkForm
          title="Move the due dates"
          count={`${asked.cases.length} ${asked.cases.length === 1 ? "case" : "cases"}`}
          description="Each case moves to the day it can be there. Its practice is told the new day and why."
          submit="Move and tell"
          onClose={() => setAsked(null)}
          onSubmit={(form) => {
            setClearAfter(() => asked.clear);
            send(asked.cases, String(form.get("reason") ?? "").trim());
            return null;
          }}
        >
          <Field label="Why" hint="The practice reads this.">
            <Input
              name="reason"
              maxLength={300}
              defaultValue="The lab can make less in these days than when we promised."
            />
          </Field>
        </BulkForm>
      )}
      {bulk.state && (
        <BulkResult
          state={bulk.state}
          hrefOf={(id) => `/cases/${id}`}
          onStop={bulk.stop}
          onRetry={bulk.retry}
          onClose={() => {
            bulk.close();
            clearAfter?.();
            router.refresh();
          }}
        />
      )}
    </>
  );
}
