"use client";

import { useRouter } from "next/navigation";
import { answerAppointment } from "@/lib/calendar/actions";
import type { Answer } from "@/lib/calendar/vocabulary";
import { useAction } from "../forms/use-action";
import { AnswerChoice } from "./answer-choice";

/** One's own answer to an invitation. */
export function AnswerButtons({ id, answer }: { id: string; answer: Answer | null }) {
  const router = useRouter();
  const send = useAction(answerAppointment, { onSuccess: () => router.refresh() });
  return <AnswerChoice answer={answer} pending={send.pending} onAnswer={(next) => send.run({ id, answer: next })} />;
}
