"use client";

import { Plus, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { removeBudget, restoreBudget, setBudget } from "@/lib/departments/actions";
import type { Budget } from "@/lib/departments/budgets";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useAction } from "../forms/use-action";
import { useActionForm } from "../forms/use-action-form";
import { Button, IconButton } from "../ui/button";
import { Panel } from "../ui/card";
import { Dialog } from "../ui/dialog";
import { Input } from "../ui/input";
import { Money } from "../ui/money";
import { EmptyState } from "../ui/states";
import { toast } from "../ui/toast";

type Props = { departmentId: string; budgets: readonly (Budget & { words: string })[]; thisMonth: string };

/** The budgets of a department with the month from which each holds. */
export function BudgetPanel({ departmentId, budgets, thisMonth }: Props) {
  const router = useRouter();
  const restore = useAction(restoreBudget, { onSuccess: () => router.refresh() });
  const remove = useAction(removeBudget, {
    onSuccess: ({ id }) => {
      toast.undo("Budget taken away", () => restore.run({ id }));
      router.refresh();
    },
  });
  return (
    <Panel title="Budget per month" flush actions={<SetBudget departmentId={departmentId} thisMonth={thisMonth} />}>
      {budgets.length === 0 ? (
        <EmptyState title="No budget yet" hint="Set what the department may spend in a month." />
      ) : (
        <ul aria-label="Budgets" className="divide-y">
          {budgets.map(({ id, amount, words, setBy, from }) => (
            <li key={id} className="flex items-center gap-3 px-4 py-1.5 text-sm">
              <span className="min-w-0 flex-1">
                From {words}
                {from.slice(0, 7) > thisMonth && <span className="text-muted"> (to come)</span>}
                {setBy && <span className="block text-xs text-muted">set by {setBy}</span>}
              </span>
              {amount === null ? <span className="text-muted">No budget</span> : <Money amount={amount} />}
              <IconButton
                size="sm"
                label={`Take away the budget from ${words}`}
                icon={<Trash2 />}
                onClick={() => remove.run({ id })}
              />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function SetBudget({ departmentId, thisMonth }: { departmentId: string; thisMonth: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title="Set a budget"
      description="It holds from its month until another begins. What held before stays as it was."
      size="sm"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" icon={<Plus aria-hidden />}>
          Set budget
        </Button>
      }
    >
      <BudgetFields departmentId={departmentId} thisMonth={thisMonth} close={() => setOpen(false)} />
    </Dialog>
  );
}

function BudgetFields({
  departmentId,
  thisMonth,
  close,
}: {
  departmentId: string;
  thisMonth: string;
  close: () => void;
}) {
  const router = useRouter();
  const form = useActionForm(setBudget, {
    defaultValues: { from: thisMonth, amount: "" },
    toInput: (values: { from: string; amount: string }) => ({ ...values, departmentId }),
    onSuccess: () => {
      toast.success("Budget set");
      close();
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="from" label="From the month" required>
        <Input type="month" {...form.register("from")} />
      </Field>
      <Field name="amount" label="Amount per month" hint="Blank: no budget from then on.">
        <Input inputMode="decimal" maxLength={16} {...form.register("amount")} />
      </Field>
      <SubmitButton>Set budget</SubmitButton>
    </Form>
  );
}
