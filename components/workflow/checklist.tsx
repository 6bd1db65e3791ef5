"use client";

import { Check, X } from "lucide-react";
import { useState } from "react";
import { PROCEDURE_LABEL } from "@/lib/cases/vocabulary";
import type { Question } from "@/lib/workflow/checklist";
import { Input } from "../ui/input";
import { SegmentedControl } from "../ui/radio-group";
import { PhotoAnswer } from "./photo-answer";

type Answer = { passed?: boolean; note?: string; fileId?: string };

/** What was answered so far: the answers to send, how many questions are left, how many failed, and whether all is said with yes. */
export function useChecklist(questions: readonly Question[]) {
  const [given, setGiven] = useState<Record<string, Answer>>({});
  const change = (id: string, answer: Answer) => setGiven((all) => ({ ...all, [id]: { ...all[id], ...answer } }));
  const answered = questions.filter(({ id }) => given[id]?.passed !== undefined);
  const failed = questions.filter(({ id }) => given[id]?.passed === false).length;
  const bare = questions.filter(
    ({ id, photoRequired }) => photoRequired && given[id]?.passed && !given[id]?.fileId,
  ).length;
  const left = questions.length - answered.length;
  const answers = answered.map(({ id }) => ({
    checklistItemId: id,
    passed: given[id]?.passed === true,
    note: given[id]?.note?.trim() || undefined,
    fileId: given[id]?.fileId,
  }));
  const words =
    left > 0
      ? `${answered.length} of ${questions.length} checked`
      : failed > 0
        ? `${failed} did not pass`
        : bare > 0
          ? `${bare} ${bare === 1 ? "wants" : "want"} a photo`
          : "";
  return { given, change, answers, failed, words, ready: left === 0 && failed === 0 && bare === 0 };
}

type ChecklistProps = { questions: readonly Question[]; caseId: string; list: ReturnType<typeof useChecklist> };

/** The questions of a stage, each answered with a tap; one that wants a photo takes it. */
export function Checklist({ questions, caseId, list }: ChecklistProps) {
  const several = new Set(questions.map(({ procedureType }) => procedureType).filter(Boolean)).size > 1;
  return (
    <ul className="divide-y rounded-lg border">
      {questions.map((question) => (
        <QuestionRow
          key={question.id}
          question={question}
          caseId={caseId}
          several={several}
          answer={list.given[question.id]}
          change={(answer) => list.change(question.id, answer)}
        />
      ))}
    </ul>
  );
}

type QuestionRowProps = {
  question: Question;
  caseId: string;
  /** Items of several types are checked together, so a question says which type it is about. */
  several: boolean;
  answer: Answer | undefined;
  change: (answer: Answer) => void;
};

function QuestionRow({ question, caseId, several, answer, change }: QuestionRowProps) {
  const about = several && question.procedureType ? `${PROCEDURE_LABEL[question.procedureType]}: ` : "";
  const label = `${about}${question.label}`;
  const value = answer?.passed === undefined ? "" : answer.passed ? "pass" : "fail";
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 py-2">
      <span className="min-w-0 flex-1 basis-64 text-lg">{label}</span>
      {question.photoRequired && (
        <PhotoAnswer
          caseId={caseId}
          label={label}
          taken={Boolean(answer?.fileId)}
          onTaken={(fileId) => change({ fileId, passed: answer?.passed ?? true })}
        />
      )}
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
