"use client";

import { CalendarOff, X } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ServerAction } from "@/components/forms/action-result";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useAction } from "@/components/forms/use-action";
import { useActionForm } from "@/components/forms/use-action-form";
import { IconButton } from "@/components/ui/button";
import { DateInput, Input } from "@/components/ui/input";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import { toast } from "@/components/ui/toast";
import type { PracticeClosing } from "@/lib/practices/closing-days";

type Days = { closedFrom: string; closedTo: string; name: string };
type Id = { id: string };

type ClosingDaysPanelProps = {
  closings: PracticeClosing[];
  today: string;
  /** Whether the days may be changed here. */
  editable: boolean;
  add: ServerAction<Days, Id>;
  remove: ServerAction<Id, Id>;
  restore: ServerAction<Id, Id>;
};

/** The days on which a practice takes nothing in, the next first; added, and removed with a way back. */
export function ClosingDaysPanel({ closings, today, editable, add, remove, restore }: ClosingDaysPanelProps) {
  const router = useRouter();
  const form = useActionForm(add, {
    defaultValues: { closedFrom: "", closedTo: "", name: "" },
    onSuccess: () => {
      form.reset();
      router.refresh();
    },
  });
  const back = useAction(restore, { onSuccess: () => router.refresh() });
  const away = useAction(remove, {
    onSuccess: ({ id }) => {
      router.refresh();
      toast.undo("Closing days removed", () => back.run({ id }));
    },
  });
  return (
    <div className="flex flex-col gap-4">
      {editable && (
        <Form form={form} aria-label="Add closing days">
          <div className="grid gap-3 sm:grid-cols-2">
            <Field name="closedFrom" label="From" required>
              <DateInput min={today} {...form.register("closedFrom")} />
            </Field>
            <Field name="closedTo" label="To" aside="optional">
              <DateInput min={form.watch("closedFrom") || today} {...form.register("closedTo")} />
            </Field>
          </div>
          <Field name="name" label="Why" required>
            <Input maxLength={80} placeholder="Holiday" {...form.register("name")} />
          </Field>
          <div className="flex">
            <SubmitButton variant="secondary">Add closing days</SubmitButton>
          </div>
        </Form>
      )}
      {closings.length === 0 ? (
        <EmptyState icon={<CalendarOff />} title="No closing days ahead" hint="Only the opening hours count." />
      ) : (
        <ul aria-label="Closing days" className="divide-y rounded-md border">
          {closings.map(({ id, closedFrom, closedTo, name }) => (
            <li key={id} className="flex items-center gap-3 px-3 py-1 text-sm">
              <span className="min-w-0 flex-1 py-1.5">
                <span className="block break-words">{name}</span>
                <span className="block text-xs text-muted tabular-nums">
                  <DateTime iso={closedFrom} format="date" zone="UTC" />
                  {closedTo !== closedFrom && (
                    <>
                      {" – "}
                      <DateTime iso={closedTo} format="date" zone="UTC" />
                    </>
                  )}
                </span>
              </span>
              {editable && (
                <IconButton
                  label={`Remove ${name}`}
                  icon={<X />}
                  variant="ghost"
                  size="sm"
                  disabled={away.pending}
                  onClick={() => void away.run({ id })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
