"use client";

import { useRouter } from "next/navigation";
import { changeNotes } from "@/lib/billing/actions";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Panel } from "../ui/card";
import { Textarea } from "../ui/input";
import { toast } from "../ui/toast";

type NotesProps = { invoice: { id: string; version: number; notes: string | null }; editable: boolean };

/** The words at the foot of the invoice; nothing when there are none to read or write. */
export function NotesPanel({ invoice, editable }: NotesProps) {
  if (!editable && !invoice.notes) return null;
  return (
    <Panel title="Note on the invoice">
      {editable ? (
        <NotesForm invoice={invoice} />
      ) : (
        <p className="text-sm break-words whitespace-pre-wrap">{invoice.notes}</p>
      )}
    </Panel>
  );
}

function NotesForm({ invoice }: Pick<NotesProps, "invoice">) {
  const router = useRouter();
  const form = useActionForm(changeNotes, {
    defaultValues: { notes: invoice.notes ?? "" },
    toInput: ({ notes }) => ({ notes, invoiceId: invoice.id, version: invoice.version }),
    onSuccess: () => {
      toast.success("Note saved");
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="notes" label="Note" hideLabel hint="The practice reads this at the foot of the PDF.">
        <Textarea rows={3} maxLength={1000} {...form.register("notes")} />
      </Field>
      <SubmitButton variant="secondary" className="self-end">
        Save note
      </SubmitButton>
    </Form>
  );
}
