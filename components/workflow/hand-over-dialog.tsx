"use client";

import { HandHelping } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { handOverItems } from "@/lib/workflow/actions";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Input } from "../ui/input";
import { toast } from "../ui/toast";

/** Books finished work as handed over at the lab's door, without a driver. */
export function HandOverDialog({ stages, words }: { stages: { id: string; version: number }[]; words: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const form = useActionForm(handOverItems, {
    defaultValues: { receiver: "" },
    toInput: ({ receiver }: { receiver: string }) => ({ stages, receiver }),
    onSuccess: () => {
      toast.success(`Handed over ${words}`);
      setOpen(false);
      router.refresh();
    },
  });
  return (
    <Dialog
      title={`Hand over ${words}`}
      description="For work that is collected here. It counts as delivered and is invoiced."
      size="sm"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="lg" icon={<HandHelping />}>
          Hand over
        </Button>
      }
    >
      <Form form={form}>
        <Field name="receiver" label="Who took it" required>
          <Input autoComplete="off" {...form.register("receiver")} />
        </Field>
        <SubmitButton size="lg">Hand over</SubmitButton>
      </Form>
    </Dialog>
  );
}
