import type { ReactNode } from "react";
import { Panel } from "@/components/ui/card";
import { DateTime } from "@/components/ui/time";
import { type Actor, may } from "@/lib/access/actor";
import { type Approval, approvalName } from "@/lib/cases/approvals/queries";
import { ApprovalMark } from "./approval-mark";
import { FileTiles } from "./file-tiles";
import { RequestActions } from "./request-actions";

type ApprovalsPanelProps = {
  approvals: readonly Approval[];
  actor: Actor;
  /** The case's page, below which its files are looked at. */
  base: string;
  /** Who stands for the people a reader may not see. */
  others: string;
  /** A place to ask (AskApproval). */
  children?: ReactNode;
};

/** The designs of a case that its dentist was asked about, the newest first. Nothing when there are none and none can be asked. */
export function ApprovalsPanel({ approvals, actor, base, others, children }: ApprovalsPanelProps) {
  if (approvals.length === 0 && !children) return null;
  const lab = actor.audience === "lab";
  return (
    <Panel title="Design approval" actions={children}>
      {approvals.length === 0 && <p className="text-sm text-muted">The dentist was not asked yet.</p>}
      <ul className="flex flex-col divide-y">
        {approvals.map((approval) => (
          <li key={approval.id} className="flex flex-col gap-2 py-3 first:pt-0 last:pb-0">
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="font-medium">{approvalName(approval, actor.toothNotation)}</span>
              <ApprovalMark state={approval.decision ?? "waiting"} />
            </p>
            <Said who={approval.askedBy ?? actor.lab.name} at={approval.askedAt} words={approval.words} />
            {(!approval.decision || approval.decision === "rejected") && (
              <FileTiles files={approval.files} base={base} />
            )}
            {approval.decidedAt && (
              <Said who={approval.decidedBy ?? others} at={approval.decidedAt} words={approval.decisionWords} />
            )}
            {!approval.decision && (
              <p className="text-xs text-muted">
                {approval.reminders > 0 ? (
                  `Reminded ${approval.reminders === 1 ? "once" : `${approval.reminders} times`} so far.`
                ) : (
                  <>
                    A reminder follows on <DateTime iso={approval.remindOn} format="day" />.
                  </>
                )}
              </p>
            )}
            {lab && !approval.decision && may(actor, "cases.ask_approval") && (
              <RequestActions approvalId={approval.id} version={approval.version} />
            )}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Said({ who, at, words }: { who: string; at: Date; words: string | null }) {
  return (
    <div className="text-sm">
      <p className="text-xs text-muted">
        {who}, <DateTime iso={new Date(at).toISOString()} />
      </p>
      {words && <p className="break-words whitespace-pre-wrap">{words}</p>}
    </div>
  );
}
