"use client";

import { Repeat } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { Textarea } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { askRemake } from "@/lib/cases/remakes/actions";
import { ItemChoice } from "./item-choice";

type AskRemakeProps = { caseId: string; lab: string; items: readonly { id: string; name: string }[] };

/** A practice asks its lab to make delivered items again. */
export function AskRemake({ lab, ...rest }: AskRemakeProps) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" icon={<Repeat aria-hidden />} onClick={() => setOpen(true)}>
        Ask for a remake
      </Button>
      <Dialog
        title="Ask for a remake"
        description={`${lab} looks at it and tells you what becomes of it and who pays.`}
        open={open}
        onOpenChange={setOpen}
        size="sm"
      >
        <AskForm {...rest} onAsked={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function AskForm({ caseId, items, onAsked }: Omit<AskRemakeProps, "lab"> & { onAsked: () => void }) {
  const router = useRouter();
  const key = useRef(crypto.randomUUID());
  const [itemIds, setItemIds] = useState<string[]>(() => (items.length === 1 ? items.map(({ id }) => id) : []));
  const form = useActionForm(askRemake, {
    defaultValues: { words: "" },
    toInput: ({ words }) => ({ caseId, itemIds, words, idempotencyKey: key.current }),
    onSuccess: () => {
      toast.success("The lab is asked");
      onAsked();
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <ItemChoice legend="What should be made again" items={items} chosen={itemIds} onChange={setItemIds} />
      <Field name="words" label="What is wrong with it" required>
        <Textarea rows={4} maxLength={2000} {...form.register("words")} />
      </Field>
      <div className="flex justify-end gap-2">
        <DialogClose>
          <Button variant="ghost">Not now</Button>
        </DialogClose>
        <SubmitButton disabled={itemIds.length === 0}>Ask the lab</SubmitButton>
      </div>
    </Form>
  );
}
