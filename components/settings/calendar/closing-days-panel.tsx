"use client";

import { CalendarOff, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useAction } from "@/components/forms/use-action";
import { useActionForm } from "@/components/forms/use-action-form";
import { IconButton } from "@/components/ui/button";
import { DateInput, Input } from "@/components/ui/input";
import { EmptyState } from "@/components/ui/states";
import { DateTime } from "@/components/ui/time";
import { toast } from "@/components/ui/toast";
import { closeLabAgain, closeLabOn, openLabOn } from "@/lib/labs/calendar/actions";
import type { ClosingDay } from "@/lib/labs/calendar/queries";
import { HolidaysDialog } from "./holidays-dialog";

/** The days on which the lab is shut, the next first; added, and removed with a way back. */
export function ClosingDaysPanel({ days, today }: { days: ClosingDay[]; today: string }) {
  const router = useRouter();
  const form = useActionForm(closeLabOn, {
    defaultValues: { closedOn: "", name: "" },
    onSuccess: () => {
      form.reset();
      router.refresh();
    },
  });
  const back = useAction(closeLabAgain, { onSuccess: () => router.refresh() });
  const remove = useAction(openLabOn, {
    onSuccess: ({ id }) => {
      router.refresh();
      toast.undo("Closing day removed", () => back.run({ id }));
    },
  });
  return (
    <div className="flex flex-col gap-4">
      <Form form={form} aria-label="Add a closing day">
        <div className="grid gap-3 sm:grid-cols-[11rem_minmax(0,1fr)]">
          <Field name="closedOn" label="Day" required>
            <DateInput min={today} {...form.register("closedOn")} />
          </Field>
          <Field name="name" label="Why" required>
            <Input maxLength={80} placeholder="Christmas Day" {...form.register("name")} />
          </Field>
        </div>
        <div className="flex flex-wrap gap-2">
          <SubmitButton variant="secondary">Add closing day</SubmitButton>
          <HolidaysDialog />
        </div>
      </Form>
      {days.length === 0 ? (
        <EmptyState
          icon={<CalendarOff />}
          title="No closing days ahead"
          hint="The lab works on all its working days."
        />
      ) : (
        <ul aria-label="Closing days" className="divide-y rounded-md border">
          {days.map((day) => (
            <li key={day.id} className="flex items-center gap-3 px-3 py-1 text-sm">
              <span className="w-32 shrink-0 tabular-nums">
                <DateTime iso={day.closedOn} format="date" zone="UTC" />
              </span>
              <span className="min-w-0 flex-1 break-words">{day.name}</span>
              <IconButton
                label={`Remove ${day.name}`}
                icon={<X />}
                variant="ghost"
                size="sm"
                disabled={remove.pending}
                onClick={() => void remove.run({ id: day.id })}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
