"use client";

import { useRouter } from "next/navigation";
import { answerInvitation } from "@/lib/calendar/public-actions";
import type { Answer } from "@/lib/calendar/vocabulary";
import { useAction } from "../forms/use-action";
import { toast } from "../ui/toast";
import { AnswerChoice } from "./answer-choice";

/** A guest's answer by the link of their letter. */
export function GuestAnswer({ lab, token, answer }: { lab: string; token: string; answer: Answer | null }) {
  const router = useRouter();
  const send = useAction(answerInvitation, {
    onSuccess: () => {
      toast.success("Thank you, your answer is noted");
      router.refresh();
    },
  });
  return (
    <AnswerChoice answer={answer} pending={send.pending} onAnswer={(next) => send.run({ lab, token, answer: next })} />
  );
}
