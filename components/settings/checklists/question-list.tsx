"use client";

import { Archive, ArchiveRestore, Camera } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ProcedureType } from "@/lib/cases/vocabulary";
import { archiveQuestion, orderQuestions, restoreQuestion } from "@/lib/workflow/checklists/actions";
import type { EditedQuestion } from "@/lib/workflow/checklists/queries";
import type { BENCH_STAGES } from "@/lib/workflow/queue-filter";
import { useAction } from "../../forms/use-action";
import { Badge } from "../../ui/badge";
import { Button, IconButton } from "../../ui/button";
import { toast } from "../../ui/toast";
import { OrderList } from "../order/order-list";
import { useOrder } from "../order/use-order";
import { QuestionForm } from "./question-form";

export type BenchStage = (typeof BENCH_STAGES)[number];
type QuestionListProps = {
  stage: BenchStage;
  procedureType: ProcedureType | null;
  name: string;
  questions: readonly EditedQuestion[];
};

/** The questions asked of one kind of work at a stage, in the order they are asked; then those that are asked no more. */
export function QuestionList({ stage, procedureType, name, questions }: QuestionListProps) {
  const router = useRouter();
  const { shown, onOrder, pending } = useOrder(
    questions.filter(({ archived }) => !archived),
    (ids) => orderQuestions({ stage, procedureType, ids }),
  );
  const restore = useAction(restoreQuestion, { onSuccess: () => router.refresh() });
  const put = async ({ id, label }: EditedQuestion) => {
    const answer = await archiveQuestion({ id });
    if (answer.ok) toast.undo(`Archived “${label}”`, () => restore.run({ id }));
    return answer;
  };
  const archive = useAction(put, { onSuccess: () => router.refresh() });
  const archived = questions.filter((question) => question.archived);
  return (
    <section aria-label={name} className="flex flex-col gap-2">
      <header className="flex flex-wrap items-center gap-2">
        <h2 className="flex-1 text-base font-semibold">{name}</h2>
        <QuestionForm stage={stage} procedureType={procedureType} name={name} />
      </header>
      {shown.length > 0 && (
        <OrderList
          label={`Questions: ${name}`}
          disabled={pending}
          onOrder={onOrder}
          rows={shown.map((question) => ({
            id: question.id,
            name: question.label,
            body: (
              <>
                <span className="min-w-0 flex-1 basis-48">{question.label}</span>
                {question.photoRequired && (
                  <Badge tone="info">
                    <Camera aria-hidden className="size-3" /> Photo
                  </Badge>
                )}
                <QuestionForm stage={stage} procedureType={procedureType} name={name} question={question} />
                <IconButton
                  label={`Archive ${question.label}`}
                  icon={<Archive />}
                  size="sm"
                  onClick={() => archive.run(question)}
                />
              </>
            ),
          }))}
        />
      )}
      {archived.length > 0 && (
        <details className="rounded-lg border bg-surface px-3 py-2 text-sm">
          <summary className="min-h-control-sm cursor-pointer content-center text-muted">
            {archived.length} asked no more
          </summary>
          <ul className="flex flex-col gap-1 py-1">
            {archived.map((question) => (
              <li key={question.id} className="flex flex-wrap items-center gap-2">
                <span className="min-w-0 flex-1 basis-48 text-muted">
                  {question.label} ({question.answers} {question.answers === 1 ? "answer" : "answers"})
                </span>
                <Button
                  size="sm"
                  icon={<ArchiveRestore aria-hidden />}
                  loading={restore.pending}
                  onClick={() => restore.run({ id: question.id })}
                >
                  Ask again
                </Button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
