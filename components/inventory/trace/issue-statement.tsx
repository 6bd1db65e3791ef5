"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { issueStatement } from "@/lib/inventory/statement/actions";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Textarea } from "../../ui/input";
import { toast } from "../../ui/toast";

type IssueStatementProps = { caseId: string; exceptions: string; isIssued: boolean };

/** Issues the statement of a case's finished items, with the requirements that are not met. */
export function IssueStatement({ isIssued, ...rest }: IssueStatementProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      title="Statement of a custom-made device"
      description="Annex XIII of Regulation (EU) 2017/745. What was issued before stays; a change makes a new revision."
      trigger={<Button size="sm">{isIssued ? "Issue anew" : "Issue the statement"}</Button>}
    >
      <Fields {...rest} close={() => setOpen(false)} />
    </Dialog>
  );
}

function Fields({ caseId, exceptions, close }: Omit<IssueStatementProps, "isIssued"> & { close: () => void }) {
  const router = useRouter();
  const form = useActionForm(issueStatement, {
    defaultValues: { caseId, exceptions },
    onSuccess: ({ isNew }) => {
      close();
      if (isNew) toast.success("The statement is issued");
      else toast.info("It says the same as the one that was issued");
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field
        name="exceptions"
        label="Requirements of Annex I that are not fully met, and why"
        hint="Blank: the device conforms to all of them."
      >
        <Textarea rows={3} maxLength={2000} {...form.register("exceptions")} />
      </Field>
      <SubmitButton className="self-end">Issue</SubmitButton>
    </Form>
  );
}
