"use client";

import { useEffect, useRef, useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Input } from "@/components/ui/input";
import { Spinner } from "@/components/ui/spinner";
import { DateTime } from "@/components/ui/time";
import { toast } from "@/components/ui/toast";
import { itemsSummary } from "@/lib/cases/item-name";
import type { EarlierCase } from "@/lib/cases/submission-copy";
import { useRx } from "./rx-context";
import { copied } from "./rx-values";

const PAUSE_MS = 200;

type CopyCaseDialogProps = { open: boolean; onOpenChange: (open: boolean) => void };

/** Finds an earlier case of the practice and takes its items and words over; files, days and urgency stay as they are. */
export function CopyCaseDialog({ open, onOpenChange }: CopyCaseDialogProps) {
  const { values, set, terms, actions, notation } = useRx();
  const [query, setQuery] = useState("");
  const [samePatient, setSamePatient] = useState(values.patient.reference === "");
  const [found, setFound] = useState<EarlierCase[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const latest = useRef(0);
  const practiceId = terms.practice.id;

  useEffect(() => {
    if (!open) return;
    const own = ++latest.current;
    const timer = setTimeout(async () => {
      const result = await actions.findEarlierCases({ practiceId, query }).catch(() => null);
      if (own !== latest.current) return;
      setProblem(result?.ok ? null : "The earlier cases could not be searched. Please try again.");
      setFound(result?.ok ? result.data : []);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [open, query, practiceId, actions]);

  const copy = useAction(actions.copyEarlierCase, {
    onSuccess: (earlier) => {
      const before = values;
      set(copied(values, earlier, samePatient));
      onOpenChange(false);
      toast.undo(`Copied from ${earlier.number}`, () => set(before));
    },
  });
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title="Copy from an earlier case"
      description="Its items, instructions and what comes along replace what is written. Files and dates are not copied."
    >
      <div className="flex flex-col gap-3">
        <Input
          type="search"
          aria-label="Search earlier cases"
          placeholder="Patient or case number"
          maxLength={80}
          autoFocus
          value={query}
          onChange={(event) => setQuery(event.target.value)}
        />
        <Checkbox
          label="For the same patient"
          checked={samePatient}
          onChange={(event) => setSamePatient(event.target.checked)}
        />
        {problem && (
          <p role="alert" className="text-sm text-danger-text">
            {problem}
          </p>
        )}
        {found === null ? (
          <Spinner className="mx-auto text-muted" />
        ) : (
          <ul aria-label="Earlier cases" className="flex max-h-80 flex-col divide-y overflow-y-auto rounded-lg border">
            {found.map((earlier) => (
              <li key={earlier.id}>
                <button
                  type="button"
                  disabled={copy.pending}
                  onClick={() => copy.run({ practiceId, caseId: earlier.id })}
                  className="flex min-h-row w-full flex-col px-3 py-2 text-left hover:bg-hover"
                >
                  <span className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
                    <b className="font-semibold">{earlier.patient}</b>
                    <span className="text-xs text-muted tabular-nums">
                      {earlier.number} · <DateTime iso={earlier.submittedAt} format="date" />
                    </span>
                  </span>
                  <span className="text-xs text-muted">{itemsSummary(earlier.items, notation)}</span>
                </button>
              </li>
            ))}
            {found.length === 0 && !problem && (
              <li className="px-3 py-4 text-center text-sm text-muted">No case found.</li>
            )}
          </ul>
        )}
      </div>
    </Dialog>
  );
}
