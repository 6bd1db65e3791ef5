"use client";

import { Download } from "lucide-react";
import Papa from "papaparse";
import { useState } from "react";
import type { RowOutcome } from "@/lib/practices/import-row";
import { spansText, WEEKDAY_LABEL, WEEKDAYS } from "@/lib/practices/opening-hours";
import { StatusBadge } from "../ui/badge";
import { Button } from "../ui/button";
import { Panel } from "../ui/card";
import { SegmentedControl } from "../ui/radio-group";
import { EmptyState } from "../ui/states";

const AT_ONCE = 50;
type Known = ReadonlyMap<number, "existing" | "file">;
type Shown = "all" | "errors" | "notes" | "known";

/** The rows of a file with what becomes of them, 50 at a time; the rows with errors can be saved as a file. */
export function ImportRows({
  outcomes,
  duplicates,
  fileName,
}: {
  outcomes: RowOutcome[];
  duplicates: Known;
  fileName: string;
}) {
  const [shown, setShown] = useState<Shown>(outcomes.some((row) => row.errors.length > 0) ? "errors" : "all");
  const [most, setMost] = useState(AT_ONCE);
  const bad = outcomes.filter((row) => row.errors.length > 0);
  const rows = {
    all: outcomes,
    errors: bad,
    notes: outcomes.filter((row) => row.notes.length > 0),
    known: outcomes.filter((row) => duplicates.has(row.line)),
  };
  const choices: { value: Shown; label: string }[] = [
    { value: "all", label: `All ${outcomes.length}` },
    { value: "errors", label: `Errors ${bad.length}` },
    { value: "notes", label: `Guessed ${rows.notes.length}` },
    { value: "known", label: `Known ${rows.known.length}` },
  ];
  return (
    <Panel
      title="Rows"
      flush
      actions={
        bad.length > 0 && (
          <Button size="sm" icon={<Download />} onClick={() => saveErrors(bad, fileName)}>
            Download errors
          </Button>
        )
      }
    >
      <div className="overflow-x-auto border-b px-3 py-2">
        <SegmentedControl
          label="Rows shown"
          choices={choices}
          value={shown}
          onValueChange={(value) => {
            setShown(value as Shown);
            setMost(AT_ONCE);
          }}
        />
      </div>
      {rows[shown].length === 0 ? (
        <EmptyState title="No such rows" hint="Choose another kind of row above." />
      ) : (
        <ul className="divide-y">
          {rows[shown].slice(0, most).map((row) => (
            <Row key={row.line} row={row} known={duplicates.get(row.line)} />
          ))}
        </ul>
      )}
      {rows[shown].length > most && (
        <div className="border-t p-3 text-center">
          <Button size="sm" onClick={() => setMost(most + AT_ONCE)}>
            Show {Math.min(AT_ONCE, rows[shown].length - most)} more
          </Button>
        </div>
      )}
    </Panel>
  );
}

function Row({ row, known }: { row: RowOutcome; known?: "existing" | "file" }) {
  const { practice } = row;
  return (
    <li className="grid grid-cols-[3rem_1fr_auto] items-start gap-x-3 gap-y-0.5 px-4 py-2 text-sm">
      <span className="pt-px text-xs text-muted tabular-nums" title={`Line ${row.line} of the file`}>
        {row.line}
      </span>
      <div className="min-w-0">
        <p className="font-medium break-words">{row.name || "(no name)"}</p>
        {practice && (
          <p className="text-xs break-words text-muted">
            {[practice.addressLine1, practice.addressLine2, practice.city, practice.postcode, practice.phone]
              .filter(Boolean)
              .join(", ")}
            {practice.openingHours && (
              <span className="block max-lg:hidden">
                {WEEKDAYS.filter((day) => practice.openingHours?.[day]?.length)
                  .map((day) => `${WEEKDAY_LABEL[day].slice(0, 3)} ${spansText(practice.openingHours?.[day] ?? [])}`)
                  .join(" · ")}
              </span>
            )}
          </p>
        )}
        {row.errors.map((error) => (
          <p key={error} className="text-xs font-medium text-danger-text">
            {error}
          </p>
        ))}
        {row.notes.map((note) => (
          <p key={note} className="text-xs text-warning-text">
            {note}
          </p>
        ))}
      </div>
      <RowState row={row} known={known} />
    </li>
  );
}

function RowState({ row, known }: { row: RowOutcome; known?: "existing" | "file" }) {
  if (row.errors.length > 0) return <StatusBadge tone="danger">Error</StatusBadge>;
  if (known === "existing") return <StatusBadge tone="neutral">Known</StatusBadge>;
  if (known === "file") return <StatusBadge tone="neutral">Twice in the file</StatusBadge>;
  return <StatusBadge tone="success">New</StatusBadge>;
}

function saveErrors(bad: RowOutcome[], fileName: string) {
  const csv = Papa.unparse(
    bad.map((row) => ({ line: row.line, name: row.name, postcode: row.postcode, errors: row.errors.join(" ") })),
    { escapeFormulae: true },
  );
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([`\uFEFF${csv}`], { type: "text/csv;charset=utf-8" }));
  link.download = `${fileName.replace(/\.[^.]*$/, "")}-errors.csv`;
  link.click();
  URL.revokeObjectURL(link.href);
}
