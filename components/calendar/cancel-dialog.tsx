"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { cancelAppointment, restoreAppointment } from "@/lib/calendar/actions";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useAction } from "../forms/use-action";
import { useActionForm } from "../forms/use-action-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Textarea } from "../ui/input";
import { RadioGroup } from "../ui/radio-group";
import { toast } from "../ui/toast";

type CancelDialogProps = { id: string; version: number; ofSeries: boolean };

/** Cancels an appointment with a word to the invited; of a series this one, or it and all later ones. */
export function CancelDialog(props: CancelDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title="Cancel the appointment"
      description="The invited are told, and people, room and machine are free again."
      size="sm"
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Cancel appointment</Button>}
    >
      <Fields {...props} close={() => setOpen(false)} />
    </Dialog>
  );
}

function Fields({ id, version, ofSeries, close }: CancelDialogProps & { close: () => void }) {
  const router = useRouter();
  const back = useAction(restoreAppointment, {
    onSuccess: () => {
      toast.success("It takes place after all");
      router.refresh();
    },
  });
  const form = useActionForm<{ note: string; scope: "this" | "following" }, { id: string; version: number }>(
    (values) => cancelAppointment({ id, version, ...values }),
    {
      defaultValues: { note: "", scope: "this" },
      onSuccess: (cancelled) => {
        close();
        toast.undo("Appointment cancelled", () => back.run(cancelled));
        router.refresh();
      },
    },
  );
  return (
    <Form form={form}>
      {ofSeries && (
        <RadioGroup
          label="Cancel"
          choices={[
            { value: "this", label: "This one" },
            { value: "following", label: "This and all later ones" },
          ]}
          {...form.register("scope")}
        />
      )}
      <Field name="note" label="A word to the invited" aside="optional">
        <Textarea rows={3} maxLength={500} {...form.register("note")} />
      </Field>
      <SubmitButton variant="danger">Cancel the appointment</SubmitButton>
    </Form>
  );
}
