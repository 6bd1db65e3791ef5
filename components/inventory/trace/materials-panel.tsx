import { FileText, Printer } from "lucide-react";
import type { ReactNode } from "react";
import type { ToothNotation } from "@/lib/access/actor";
import type { IssuedStatement } from "@/lib/inventory/statement/issued";
import type { LotUse } from "@/lib/inventory/trace/uses";
import { LinkButton } from "../../ui/button";
import { Panel } from "../../ui/card";
import { DateTime } from "../../ui/time";
import { UseTable } from "./use-table";

type MaterialsPanelProps = {
  caseId: string;
  uses: readonly LotUse[];
  statement: IssuedStatement | null;
  notation: ToothNotation;
  /** Issues the statement, or issues it anew. */
  action?: ReactNode;
};

/** The lots that went into a case, for print too, and the statement that goes with it. */
export function MaterialsPanel({ caseId, uses, statement, notation, action }: MaterialsPanelProps) {
  return (
    <Panel
      title="Materials"
      flush
      actions={
        uses.length > 0 && (
          <LinkButton
            href={`/api/cases/${caseId}/materials`}
            prefetch={false}
            target="_blank"
            size="sm"
            icon={<Printer aria-hidden />}
          >
            Print
          </LinkButton>
        )
      }
    >
      {uses.length > 0 ? (
        <UseTable uses={uses} notation={notation} label="Lots of this case" shows="lots" />
      ) : (
        <p className="px-4 py-3 text-sm text-muted">No material is booked on this case yet.</p>
      )}
      <div className="flex flex-wrap items-center gap-2 border-t px-4 py-3 text-sm">
        <span className="min-w-0 flex-1 basis-56">
          {statement ? (
            <>
              Statement of a custom-made device, revision {statement.revision}, issued{" "}
              <DateTime iso={statement.issuedAt.toISOString()} format="date" />
            </>
          ) : (
            "The statement of a custom-made device is issued when the first item is finished."
          )}
        </span>
        {statement && (
          <LinkButton
            href={`/api/device-statements/${statement.id}`}
            prefetch={false}
            target="_blank"
            size="sm"
            icon={<FileText aria-hidden />}
          >
            Device statement
          </LinkButton>
        )}
        {action}
      </div>
    </Panel>
  );
}
