"use client";

import { Check, CircleHelp, X } from "lucide-react";
import { ANSWER_LABEL, ANSWERS, type Answer } from "@/lib/calendar/vocabulary";
import { Button } from "../ui/button";

const ICON = { yes: <Check />, maybe: <CircleHelp />, no: <X /> };

type AnswerChoiceProps = { answer: Answer | null; pending: boolean; onAnswer: (answer: Answer) => void };

/** Yes, maybe or no; what was answered is pressed. */
export function AnswerChoice({ answer, pending, onAnswer }: AnswerChoiceProps) {
  return (
    <fieldset className="flex flex-wrap gap-2">
      <legend className="mb-1.5 text-sm font-medium">Do you come?</legend>
      {ANSWERS.map((one) => (
        <Button
          key={one}
          icon={ICON[one]}
          variant={answer === one ? "primary" : "secondary"}
          aria-pressed={answer === one}
          disabled={pending}
          onClick={() => onAnswer(one)}
        >
          {ANSWER_LABEL[one]}
        </Button>
      ))}
    </fieldset>
  );
}
