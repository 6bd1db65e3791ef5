"use client";

import { Pencil, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ProcedureType } from "@/lib/cases/vocabulary";
import { addQuestion, changeQuestion } from "@/lib/workflow/checklists/actions";
import type { EditedQuestion } from "@/lib/workflow/checklists/queries";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Button, IconButton } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { Dialog } from "../../ui/dialog";
import { Input } from "../../ui/input";
import type { BenchStage } from "./question-list";

type QuestionFormProps = {
  stage: BenchStage;
  procedureType: ProcedureType | null;
  name: string;
  question?: EditedQuestion;
};
type Values = { label: string; photoRequired: boolean };

/** Adds a question to a list, or changes one. */
export function QuestionForm(props: QuestionFormProps) {
  const { question, name } = props;
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={question ? "Change the question" : `New question: ${name}`}
      description={question ? "Answers given so far keep the words they were given to." : undefined}
      size="sm"
      open={open}
      onOpenChange={setOpen}
      trigger={
        question ? (
          <IconButton label={`Change ${question.label}`} icon={<Pencil />} size="sm" />
        ) : (
          <Button size="sm" icon={<Plus aria-hidden />}>
            Add question
          </Button>
        )
      }
    >
      <Fields {...props} close={() => setOpen(false)} />
    </Dialog>
  );
}

function Fields({ stage, procedureType, question, close }: QuestionFormProps & { close: () => void }) {
  const router = useRouter();
  const send = ({ label, photoRequired }: Values) =>
    question
      ? changeQuestion({ id: question.id, label, photoRequired })
      : addQuestion({ stage, procedureType, label, photoRequired });
  const form = useActionForm<Values, unknown, Values>(send, {
    defaultValues: { label: question?.label ?? "", photoRequired: question?.photoRequired ?? false },
    onSuccess: () => {
      close();
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="label" label="Question" hint="Answered with pass or fail: “Margins closed all round”." required>
        <Input maxLength={200} autoComplete="off" {...form.register("label")} />
      </Field>
      <Checkbox
        label="A photo must be taken"
        hint="It is kept with the files of the case."
        {...form.register("photoRequired")}
      />
      <SubmitButton>{question ? "Save" : "Add question"}</SubmitButton>
    </Form>
  );
}
