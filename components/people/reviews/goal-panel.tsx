"use client";

import { Pencil, Plus, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { keepGoal, removeGoal, restoreGoal } from "@/lib/staff/reviews/actions";
import type { Goal } from "@/lib/staff/reviews/queries";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useAction } from "../../forms/use-action";
import { useActionForm } from "../../forms/use-action-form";
import { Button, IconButton } from "../../ui/button";
import { Panel } from "../../ui/card";
import { Dialog } from "../../ui/dialog";
import { DateInput, Input } from "../../ui/input";
import { Progress } from "../../ui/progress";
import { EmptyState } from "../../ui/states";
import { DateTime } from "../../ui/time";
import { toast } from "../../ui/toast";

type Props = { reviewId: string; goals: readonly Goal[]; editable: boolean };

/** The goals of a review with how far each is. */
export function GoalPanel({ reviewId, goals, editable }: Props) {
  const router = useRouter();
  const restore = useAction(restoreGoal, { onSuccess: () => router.refresh() });
  const remove = useAction(removeGoal, {
    onSuccess: ({ id }) => {
      toast.undo("Goal taken away", () => restore.run({ id }));
      router.refresh();
    },
  });
  return (
    <Panel title="Goals" aside={goals.length} flush actions={editable && <GoalDialog reviewId={reviewId} />}>
      {goals.length === 0 ? (
        <EmptyState title="No goals yet" />
      ) : (
        <ul aria-label="Goals" className="divide-y">
          {goals.map((goal) => (
            <li key={goal.id} className="flex items-start gap-2 px-4 py-2 text-sm">
              <span className="min-w-0 flex-1">
                <span className="font-medium">{goal.title}</span>
                <span className="block text-xs text-muted">
                  {goal.measure}
                  {goal.dueOn && (
                    <>
                      {goal.measure && ", "}by <DateTime iso={goal.dueOn} format="date" />
                    </>
                  )}
                </span>
                <Progress
                  value={goal.progress}
                  label={`Progress of ${goal.title}`}
                  showValue
                  className="mt-1 max-w-64"
                />
              </span>
              {editable && (
                <>
                  <GoalDialog reviewId={reviewId} goal={goal} />
                  <IconButton
                    size="sm"
                    label={`Take “${goal.title}” away`}
                    icon={<Trash2 />}
                    onClick={() => remove.run({ id: goal.id })}
                  />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function GoalDialog({ reviewId, goal }: { reviewId: string; goal?: Goal }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={goal ? "Change goal" : "New goal"}
      open={open}
      onOpenChange={setOpen}
      trigger={
        goal ? (
          <IconButton size="sm" label={`Change “${goal.title}”`} icon={<Pencil />} />
        ) : (
          <Button size="sm" icon={<Plus aria-hidden />}>
            New goal
          </Button>
        )
      }
    >
      <GoalFields reviewId={reviewId} goal={goal} close={() => setOpen(false)} />
    </Dialog>
  );
}

function GoalFields({ reviewId, goal, close }: { reviewId: string; goal?: Goal; close: () => void }) {
  const router = useRouter();
  const form = useActionForm(keepGoal, {
    defaultValues: {
      title: goal?.title ?? "",
      measure: goal?.measure ?? "",
      dueOn: goal?.dueOn ?? "",
      progress: goal?.progress.toString() ?? "0",
    },
    toInput: (values: { title: string; measure: string; dueOn: string; progress: string }) => ({
      ...values,
      id: goal?.id,
      reviewId,
    }),
    onSuccess: () => {
      close();
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="title" label="Goal" required>
        <Input maxLength={200} {...form.register("title")} />
      </Field>
      <Field name="measure" label="How it is measured">
        <Input maxLength={500} {...form.register("measure")} />
      </Field>
      <div className="grid grid-cols-2 gap-4">
        <Field name="dueOn" label="By">
          <DateInput {...form.register("dueOn")} />
        </Field>
        <Field name="progress" label="Progress in %" required>
          <Input inputMode="numeric" maxLength={3} {...form.register("progress")} />
        </Field>
      </div>
      <SubmitButton>Save</SubmitButton>
    </Form>
  );
}
