"use client";

import { CalendarClock } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { DateInput } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { moveHoldReview } from "@/lib/cases/actions";

type ReviewDialogProps = { caseId: string; reviewOn: string | null; today: string };

/** Chooses another day to look at a held case again. */
export function ReviewDialog({ caseId, reviewOn, today }: ReviewDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" icon={<CalendarClock aria-hidden />} onClick={() => setOpen(true)}>
        {reviewOn ? "Look again later" : "Look again on…"}
      </Button>
      <Dialog title="Look at it again" open={open} onOpenChange={setOpen} size="sm">
        <ReviewForm caseId={caseId} reviewOn={reviewOn} today={today} onMoved={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function ReviewForm({ caseId, reviewOn, today, onMoved }: ReviewDialogProps & { onMoved: () => void }) {
  const router = useRouter();
  const form = useActionForm(moveHoldReview, {
    defaultValues: { reviewOn: reviewOn && reviewOn > today ? reviewOn : "" },
    toInput: (values) => ({ ...values, caseId }),
    onSuccess: () => {
      toast.success("Kept");
      onMoved();
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="reviewOn" label="Day" hint="Whoever put it on hold is told on that day. Empty: no day.">
        <DateInput min={today} {...form.register("reviewOn")} />
      </Field>
      <div className="flex justify-end gap-2">
        <DialogClose>
          <Button variant="ghost">Not now</Button>
        </DialogClose>
        <SubmitButton>Keep</SubmitButton>
      </div>
    </Form>
  );
}
