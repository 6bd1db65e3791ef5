"use client";

import { useRouter } from "next/navigation";
import { setReminder } from "@/lib/calendar/actions";
import { REMINDERS } from "@/lib/calendar/vocabulary";
import { Field } from "../forms/field";
import { useAction } from "../forms/use-action";
import { Select } from "../ui/select";
import { toast } from "../ui/toast";

/** How long before one is reminded. */
export function ReminderChoice({ id, minutes }: { id: string; minutes: number | null }) {
  const router = useRouter();
  const send = useAction(setReminder, {
    onSuccess: () => {
      toast.success("Reminder set");
      router.refresh();
    },
  });
  return (
    <Field label="Remind me">
      <Select
        options={[
          { value: "", label: "Not at all" },
          ...REMINDERS.map((one) => ({ value: String(one.minutes), label: one.label })),
        ]}
        value={minutes === null ? "" : String(minutes)}
        onChange={({ target }) => send.run({ id, minutes: target.value === "" ? null : Number(target.value) })}
      />
    </Field>
  );
}
