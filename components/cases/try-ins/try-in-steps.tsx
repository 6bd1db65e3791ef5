"use client";

import { HandHelping, PackageCheck } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useAction } from "@/components/forms/use-action";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { STAGE_LABEL, type Stage } from "@/lib/cases/vocabulary";
import { handTryIn, takeTryInBack } from "@/lib/workflow/try-in-actions";

type TryInStepsProps = {
  tryInId: string;
  name: string;
  /** The stage it left from. */
  left: Stage;
  route: readonly Stage[];
  /** What this person may do with it as it stands. */
  may: { hand: boolean; back: boolean };
};

/** The next steps of an item that is out: handed over at the door, or back to go on. */
export function TryInSteps({ tryInId, name, left, route, may }: TryInStepsProps) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const hand = useAction(handTryIn, {
    onSuccess: () => {
      toast.success(`${name} is at the practice`);
      router.refresh();
    },
  });
  return (
    <div className="flex flex-wrap gap-2">
      {may.hand && (
        <Button
          size="sm"
          icon={<HandHelping aria-hidden />}
          loading={hand.pending}
          onClick={() => hand.run({ tryInId })}
        >
          Handed over
        </Button>
      )}
      {may.back && (
        <Button size="sm" icon={<PackageCheck aria-hidden />} onClick={() => setOpen(true)}>
          It is back
        </Button>
      )}
      <Dialog title={`${name} is back from its try-in`} open={open} onOpenChange={setOpen} size="sm">
        <BackForm tryInId={tryInId} name={name} left={left} route={route} onBack={() => setOpen(false)} />
      </Dialog>
    </div>
  );
}

function BackForm({ tryInId, name, left, route, onBack }: Omit<TryInStepsProps, "may"> & { onBack: () => void }) {
  const router = useRouter();
  const stages: Stage[] = route.includes("delivery") ? [...route] : [...route, "delivery"];
  const form = useActionForm(takeTryInBack, {
    defaultValues: { continueAt: left, findings: "" },
    toInput: (values) => ({ ...values, tryInId }),
    onSuccess: () => {
      toast.success(`${name} goes on`);
      onBack();
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="continueAt" label="Where it goes on" required>
        <Select
          options={stages.map((value) => ({
            value,
            label: value === "delivery" ? "Delivery: it fits as it is" : STAGE_LABEL[value],
          }))}
          {...form.register("continueAt")}
        />
      </Field>
      <Field name="findings" label="What the dentist found" hint="The practice reads this too.">
        <Textarea rows={3} maxLength={1000} {...form.register("findings")} />
      </Field>
      <div className="flex justify-end gap-2">
        <DialogClose>
          <Button variant="ghost">Not now</Button>
        </DialogClose>
        <SubmitButton>Go on</SubmitButton>
      </div>
    </Form>
  );
}
