"use client";

import { Check, X } from "lucide-react";
import { useState } from "react";
import { PROCEDURE_LABEL, type Stage } from "@/lib/cases/vocabulary";
import { failQuality, passQuality } from "@/lib/workflow/actions";
import type { Question } from "@/lib/workflow/checklist";
import type { Reason } from "@/lib/workflow/reasons";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { SegmentedControl } from "../ui/radio-group";
import { toast } from "../ui/toast";
import { ReasonDialog } from "./reason-dialog";
import { focusWork, useMove } from "./use-move";

type QualityCheckProps = {
  stages: { id: string; version: number }[];
  takeOver: boolean;
  words: string;
  questions: readonly Question[];
  reasons: readonly Reason[];
  targets: readonly Stage[];
};
type Given = Record<string, { passed?: boolean; note?: string }>;

/** The checklist of a quality check: every question is answered, then it passes, or fails with its cause. */
export function QualityCheck({ stages, takeOver, words, questions, reasons, targets }: QualityCheckProps) {
  const [given, setGiven] = useState<Given>({});
  const change = (id: string, answer: Given[string]) =>
    setGiven((all) => ({ ...all, [id]: { ...all[id], ...answer } }));
  const pass = useMove(passQuality, () => {
    toast.success(`Passed ${words}`);
    focusWork();
  });
  const answered = questions.filter(({ id }) => given[id]?.passed !== undefined);
  const failed = questions.filter(({ id }) => given[id]?.passed === false);
  const answers = answered.map(({ id }) => ({
    checklistItemId: id,
    passed: given[id]?.passed === true,
    note: given[id]?.note?.trim() || undefined,
  }));
  const several = new Set(questions.map(({ procedureType }) => procedureType).filter(Boolean)).size > 1;
  const left = questions.length - answered.length;
  const ready = left === 0 && failed.length === 0;
  return (
    <div className="flex flex-col gap-3">
      <ul className="divide-y rounded-lg border">
        {questions.map((question) => (
          <QuestionRow
            key={question.id}
            question={question}
            several={several}
            answer={given[question.id]}
            change={(a) => change(question.id, a)}
          />
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-2">
        <Button
          size="lg"
          variant="primary"
          icon={<Check />}
          disabled={!ready}
          loading={pass.pending}
          aria-disabled={pass.waiting}
          onClick={() => pass.run({ stages, takeOver, answers })}
        >
          Pass
        </Button>
        <ReasonDialog
          trigger={
            <Button size="lg" variant={failed.length > 0 ? "danger" : "secondary"} icon={<X />}>
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
          {left > 0 && `${answered.length} of ${questions.length} checked`}
          {left === 0 && failed.length > 0 && `${failed.length} did not pass`}
        </p>
      </div>
    </div>
  );
}

type QuestionRowProps = {
  question: Question;
  /** Items of several types are checked together, so a question says which type it is about. */
  several: boolean;
  answer: Given[string] | undefined;
  change: (answer: Given[string]) => void;
};

function QuestionRow({ question, several, answer, change }: QuestionRowProps) {
  const about = several && question.procedureType ? `${PROCEDURE_LABEL[question.procedureType]}: ` : "";
  const label = `${about}${question.label}`;
  const value = answer?.passed === undefined ? "" : answer.passed ? "pass" : "fail";
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 py-2">
      <span className="min-w-0 flex-1 basis-64 text-lg">{label}</span>
      <SegmentedControl
        label={label}
        value={value}
        onValueChange={(next) => change({ passed: next === "pass" })}
        className="w-44"
        choices={[
          { value: "pass", label: "Pass", icon: <Check aria-hidden /> },
          { value: "fail", label: "Fail", icon: <X aria-hidden /> },
        ]}
      />
      {answer?.passed === false && (
        <Input
          aria-label={`What is wrong: ${label}`}
          placeholder="What is wrong"
          maxLength={500}
          value={answer.note ?? ""}
          onChange={(event) => change({ note: event.target.value })}
          className="basis-full"
        />
      )}
    </li>
  );
}
