"use client";

import { LockOpen, OctagonX, Undo2 } from "lucide-react";
import { itemsSummary } from "@/lib/cases/item-name";
import { blockStages, sendBackStages, unblockStages } from "@/lib/workflow/actions";
import { isAskedOf } from "@/lib/workflow/asked-of";
import { MOVE_RULES } from "@/lib/workflow/transitions";
import { commonEarlierStages, type WorkGroup, type WorkItem } from "@/lib/workflow/work-groups";
import { Button, LinkButton } from "../ui/button";
import { toast } from "../ui/toast";
import { AssignDialog } from "./assign-dialog";
import { HandOverDialog } from "./hand-over-dialog";
import { MachineDialog } from "./machine-dialog";
import { PauseDialog } from "./pause-dialog";
import { QualityCheck, StageCheck } from "./quality-check";
import { ReasonDialog } from "./reason-dialog";
import { StartButton } from "./start-button";
import { useKeptFocus, useMove } from "./use-move";
import type { Bench } from "./work-panel";

type Props = { group: WorkGroup; items: readonly WorkItem[]; bench: Bench };

/** What can be done with the chosen items of a group, the next step first. */
export function WorkActions({ group, items, bench }: Props) {
  const bar = useKeptFocus(group.status);
  const stages = items.map(({ open }) => ({ id: open.id, version: open.version }));
  const words = itemsSummary(
    items.map((item) => ({ ...item, teeth: item.teeth.map(({ tooth }) => tooth) })),
    bench.notation,
  );
  const takeOver = group.assignedToId !== null && group.assignedToId !== bench.me;
  const { may } = bench;
  const begun = group.status === "in_progress" || group.status === "on_hold";
  const common = { stages, takeOver, words };
  const questions = bench.questions.filter((question) =>
    items.some(({ procedureType }) => isAskedOf(question, { stage: group.stage, procedureType })),
  );
  const checks =
    begun && may.work && group.stage !== "quality_control" && questions.length > 0 && !group.waitsForApproval;
  if (items.some(({ open }) => open.load)) return <InLoad items={items} />;
  if (group.stage === "receiving")
    return may.receive ? (
      <LinkButton href={`/receiving/${bench.caseId}`} variant="primary" size="lg" className="self-start">
        Receive the case
      </LinkButton>
    ) : (
      <p className="text-sm text-muted">The front desk has not received this case yet.</p>
    );
  return (
    <>
      {group.stage === "quality_control" && begun && may.check && (
        <QualityCheck
          {...common}
          caseId={bench.caseId}
          questions={questions}
          reasons={bench.reasons.qc_failure}
          targets={commonEarlierStages(items)}
        />
      )}
      {group.waitsForApproval && (
        <p className="text-base">It leaves the stage when the dentist has answered, or the request is withdrawn.</p>
      )}
      {checks && <StageCheck {...common} caseId={bench.caseId} questions={questions} />}
      <div ref={bar} className="flex flex-wrap gap-2">
        {may.work && group.stage !== "delivery" && <Onward {...common} group={group} bench={bench} asked={checks} />}
        {group.stage === "delivery" && may.ship && <HandOverDialog stages={stages} words={words} />}
        <Aside {...common} group={group} items={items} bench={bench} />
      </div>
    </>
  );
}

type Common = { stages: { id: string; version: number }[]; takeOver: boolean; words: string };

/** Start, pause, resume, complete. Pause stands where Start was, so that a second tap of a glove does not complete. */
function Onward({
  stages,
  takeOver,
  words,
  group,
  bench,
  asked,
}: Common & { group: WorkGroup; bench: Bench; asked: boolean }) {
  const { status, stage, waitsForApproval } = group;
  const common = { stages, takeOver, words };
  const completes = MOVE_RULES.complete.at.includes(stage) && !waitsForApproval;
  return (
    <>
      {status === "pending" && <StartButton {...common} move="start" />}
      {status === "in_progress" && <PauseDialog {...common} reasons={bench.reasons.pause} />}
      {status === "on_hold" && <StartButton {...common} move="resume" />}
      {status === "blocked" && <UnblockButton stages={stages} words={words} />}
      {completes && !asked && (status === "in_progress" || status === "on_hold") && (
        <StartButton {...common} move="complete" />
      )}
    </>
  );
}

/** What lies in a machine is moved with its load. */
function InLoad({ items }: { items: readonly WorkItem[] }) {
  const load = items.find(({ open }) => open.load)?.open.load;
  return (
    <p className="flex flex-wrap items-center gap-3 text-base">
      In the load of {load?.machine}, whose clock runs for it.
      <LinkButton href={`/bench/batches/${load?.id}`} size="lg">
        Open the load
      </LinkButton>
    </p>
  );
}

function UnblockButton({ stages, words }: { stages: Common["stages"]; words: string }) {
  const { run, pending, waiting } = useMove(unblockStages, () => toast.success(`Unblocked ${words}`));
  return (
    <Button
      size="lg"
      variant="primary"
      icon={<LockOpen />}
      loading={pending}
      aria-disabled={waiting}
      onClick={() => run({ stages })}
    >
      Unblock
    </Button>
  );
}

/** What is needed less often: block, send back, assign. */
function Aside({ stages, words, group, items, bench }: Common & Props) {
  const targets = commonEarlierStages(items);
  const atTheBench = group.stage !== "delivery";
  return (
    <>
      {bench.may.work && atTheBench && group.status !== "blocked" && (
        <ReasonDialog
          trigger={
            <Button size="lg" variant="ghost" icon={<OctagonX />}>
              Block
            </Button>
          }
          title={`Block ${words}`}
          reasons={bench.reasons.block}
          submit="Block"
          done={`Blocked ${words}`}
          send={({ reasonId, note }) => blockStages({ stages, reasonId, note })}
        />
      )}
      {bench.may.sendBack && targets.length > 0 && !group.waitsForApproval && (
        <ReasonDialog
          trigger={
            <Button size="lg" variant="ghost" icon={<Undo2 />}>
              Send back
            </Button>
          }
          title={`Send ${words} back`}
          description="It goes back as a new attempt, and the stages after it are passed again."
          reasons={bench.reasons.send_back}
          targets={targets}
          submit="Send back"
          done={`Sent back ${words}`}
          send={({ reasonId, note, to }) => sendBackStages({ stages, reasonId, note, to })}
        />
      )}
      {bench.may.work && MOVE_RULES.bind_machine.at.includes(group.stage) && (
        <MachineDialog stages={stages} words={words} items={items} machines={bench.machines} />
      )}
      {bench.may.assign && atTheBench && (
        <AssignDialog
          caseId={bench.caseId}
          stage={group.stage}
          stages={stages}
          words={words}
          assignedToId={group.assignedToId}
        />
      )}
    </>
  );
}
