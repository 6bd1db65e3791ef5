import { Hourglass } from "lucide-react";
import { DateTime } from "@/components/ui/time";
import { type Actor, may } from "@/lib/access/actor";
import { type Approval, approvalName } from "@/lib/cases/approvals/queries";
import { AnswerForm } from "./answer-form";
import { FileTiles } from "./file-tiles";

/** A design that waits for the reader's answer, before everything else of the case: the question, what to look at, yes or no. */
export function AwaitedAnswer({ approval, actor, base }: { approval: Approval; actor: Actor; base: string }) {
  return (
    <section
      aria-labelledby={`approval-${approval.id}`}
      className="mb-4 flex flex-col gap-3 rounded-lg border border-warning-line bg-warning-bg p-4"
    >
      <h2 id={`approval-${approval.id}`} className="flex items-center gap-2 text-lg font-semibold text-warning-text">
        <Hourglass aria-hidden className="size-5 shrink-0" />
        Waiting for your answer
      </h2>
      <div>
        <p className="font-medium text-fg">{`Design of ${approvalName(approval, actor.toothNotation)}`}</p>
        <p className="mt-1 text-base break-words whitespace-pre-wrap text-fg">{approval.words}</p>
        <p className="mt-1 text-xs text-warning-text">
          {actor.lab.name}, <DateTime iso={new Date(approval.askedAt).toISOString()} />. Work stands still until you
          answer.
        </p>
      </div>
      <FileTiles files={approval.files} base={base} />
      {may(actor, "portal.approve") ? (
        <AnswerForm approvalId={approval.id} version={approval.version} />
      ) : (
        <p className="text-sm text-fg">A dentist of your practice answers this.</p>
      )}
    </section>
  );
}
