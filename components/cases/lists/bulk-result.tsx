"use client";

import { CircleAlert, CircleCheck } from "lucide-react";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Progress } from "@/components/ui/progress";
import type { BulkState } from "./use-bulk";

type BulkResultProps = {
  state: BulkState;
  /** Where a case of the list opens. */
  hrefOf: (caseId: string) => string;
  onStop: () => void;
  onRetry: () => void;
  onClose: () => void;
};

const cases = (n: number) => `${n} ${n === 1 ? "case" : "cases"}`;

/** How far a command on many cases is, and then what became of each: refused ones first, with the reason. */
export function BulkResult({ state, hrefOf, onStop, onRetry, onClose }: BulkResultProps) {
  const { title, total, results, running } = state;
  const failed = results.filter(({ ok }) => !ok);
  const done = results.length - failed.length;
  const left = total - results.length;
  const words = running
    ? `${results.length} of ${total} …`
    : [
        `Done: ${cases(done)}`,
        failed.length > 0 && `refused: ${cases(failed.length)}`,
        left > 0 && `not tried: ${cases(left)}`,
      ]
        .filter(Boolean)
        .join(", ");
  return (
    <Dialog
      title={title}
      open
      onOpenChange={(open) => !open && !running && onClose()}
      footer={
        running ? (
          <Button onClick={onStop}>Stop here</Button>
        ) : (
          <>
            {failed.length > 0 && <Button onClick={onRetry}>Try the refused again</Button>}
            <Button variant="primary" onClick={onClose}>
              Close
            </Button>
          </>
        )
      }
    >
      <p role="status" className="mb-2 text-sm font-medium tabular-nums">
        {words}
      </p>
      {running && <Progress label={title} value={results.length} max={total} />}
      {!running && (
        <ul aria-label="Results" className="divide-y rounded-lg border text-sm">
          {[...failed, ...results.filter(({ ok }) => ok)].map(({ caseId, number, ok, message }) => (
            <li key={caseId} className="flex items-start gap-2 px-3 py-2">
              {ok ? (
                <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success-text" />
              ) : (
                <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger-text" />
              )}
              <Link href={hrefOf(caseId)} className="shrink-0 font-medium tabular-nums hover:underline">
                {number}
              </Link>
              <span className="min-w-0 text-muted">{ok ? "Done" : message}</span>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  );
}
