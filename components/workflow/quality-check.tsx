"use client";

import { Check, X } from "lucide-react";
import type { Stage } from "@/lib/cases/vocabulary";
import { completeStages, failQuality, passQuality } from "@/lib/workflow/actions";
import type { Question } from "@/lib/workflow/checklist";
import type { Reason } from "@/lib/workflow/reasons";
import { Button } from "../ui/button";
import { Checklist, useChecklist } from "./checklist";
import { useMaterials } from "./materials-context";
import { ReasonDialog } from "./reason-dialog";
import { useCompleted } from "./use-completed";
import { useMove } from "./use-move";

type CheckProps = {
  stages: { id: string; version: number }[];
  takeOver: boolean;
  words: string;
  caseId: string;
  questions: readonly Question[];
};
type QualityCheckProps = CheckProps & { reasons: readonly Reason[]; targets: readonly Stage[] };

/** The checklist of a quality check: every question is answered, then it passes, or fails with its cause. */
export function QualityCheck({ stages, takeOver, words, caseId, questions, reasons, targets }: QualityCheckProps) {
  const list = useChecklist(questions);
  const { answers } = list;
  const materials = useMaterials(stages);
  const pass = useMove(passQuality, useCompleted(words, "Passed"));
  return (
    <div className="flex flex-col gap-3">
      <Checklist questions={questions} caseId={caseId} list={list} />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="lg"
          variant="primary"
          icon={<Check />}
          disabled={!list.ready}
          loading={pass.pending}
          aria-disabled={pass.waiting}
          onClick={() => pass.run({ stages, takeOver, answers, materials })}
        >
          {takeOver ? "Take over and pass" : "Pass"}
        </Button>
        <ReasonDialog
          trigger={
            <Button size="lg" variant={list.failed > 0 ? "danger" : "secondary"} icon={<X />}>
              Fail
            </Button>
          }
          title={`Fail ${words}`}
          description="It goes back as a new attempt, and the stages after it are passed again."
          reasons={reasons}
          targets={targets}
          submit="Fail and send back"
          done={`Failed and sent back ${words}`}
          send={({ reasonId, note, to }) => failQuality({ stages, takeOver, answers, reasonId, note, to })}
        />
        <p role="status" className="text-sm text-muted">
          {list.words}
        </p>
      </div>
    </div>
  );
}

/** The checklist of a stage that asks one before it is completed. */
export function StageCheck({ stages, takeOver, words, caseId, questions }: CheckProps) {
  const list = useChecklist(questions);
  const materials = useMaterials(stages);
  const complete = useMove(completeStages, useCompleted(words, "Completed"));
  return (
    <div className="flex flex-col gap-3">
      <Checklist questions={questions} caseId={caseId} list={list} />
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="lg"
          variant="primary"
          icon={<Check />}
          disabled={!list.ready}
          loading={complete.pending}
          aria-disabled={complete.waiting}
          onClick={() => complete.run({ stages, takeOver, answers: list.answers, materials })}
        >
          {takeOver ? "Take over and complete" : "Complete"}
        </Button>
        <p role="status" className="text-sm text-muted">
          {list.words}
        </p>
      </div>
    </div>
  );
}
