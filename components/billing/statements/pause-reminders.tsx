"use client";

import { BellOff, BellRing } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { endPause, pauseReminders } from "@/lib/billing/reminders/actions";
import type { Pause } from "@/lib/billing/reminders/reminder-history";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useAction } from "../../forms/use-action";
import { useActionForm } from "../../forms/use-action-form";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { DateInput, Input } from "../../ui/input";
import { DateTime } from "../../ui/time";
import { toast } from "../../ui/toast";

/** What is paused: an invoice, or with null all of the practice's. */
type Paused = { practiceId: string; invoice: { id: string; number: string } | null; today: string };

/** Rests reminders, with the reason and until when. */
export function PauseDialog(props: Paused) {
  const { invoice } = props;
  const [open, setOpen] = useState(false);
  const what = invoice ? invoice.number : "this practice";
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button
          size={invoice ? "sm" : "md"}
          variant={invoice ? "ghost" : "secondary"}
          icon={<BellOff />}
          aria-label={`Pause reminders of ${what}`}
        >
          Pause reminders
        </Button>
      }
      title={`Pause reminders of ${what}`}
      description="For a dispute, an agreement to pay later or the like. Nothing is reminded meanwhile."
    >
      <PauseForm {...props} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function PauseForm({ practiceId, invoice, today, onDone }: Paused & { onDone: () => void }) {
  const router = useRouter();
  const form = useActionForm(pauseReminders, {
    defaultValues: { reason: "", until: "" },
    toInput: (values) => ({ ...values, practiceId, invoiceId: invoice?.id ?? null }),
    onSuccess: () => {
      onDone();
      toast.success("Reminders rest");
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="reason" label="Reason" required>
        <Input maxLength={300} autoComplete="off" {...form.register("reason")} />
      </Field>
      <Field name="until" label="Until" hint="Empty: until somebody ends it">
        <DateInput min={today} {...form.register("until")} />
      </Field>
      <SubmitButton className="self-end">Pause reminders</SubmitButton>
    </Form>
  );
}

/** A pause that runs: why, by whom and until when, and its end. */
export function RunningPause({ pause, mayEnd }: { pause: Pause; mayEnd: boolean }) {
  const router = useRouter();
  const { run, pending } = useAction(endPause, {
    onSuccess: () => {
      toast.success("Reminders go on");
      router.refresh();
    },
  });
  return (
    <span className="flex flex-wrap items-center gap-2 text-xs text-warning-text">
      <span className="inline-flex items-center gap-1">
        <BellOff aria-hidden className="size-3.5" />
        Reminders paused
        {pause.until ? (
          <>
            {" "}
            until <DateTime iso={pause.until} format="date" />
          </>
        ) : (
          ""
        )}
        : {pause.reason} ({pause.pausedBy})
      </span>
      {mayEnd && (
        <Button size="sm" icon={<BellRing />} loading={pending} onClick={() => run({ pauseId: pause.id })}>
          End pause
        </Button>
      )}
    </span>
  );
}
