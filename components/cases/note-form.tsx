"use client";

import { useRouter } from "next/navigation";
import { useRef } from "react";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Textarea } from "@/components/ui/input";
import { SegmentedControl } from "@/components/ui/radio-group";
import { toast } from "@/components/ui/toast";
import { writeNote, writeToLab } from "@/lib/cases/actions";
import { noteForm, practiceNoteForm } from "@/lib/cases/record-schema";

/** A new key for a note after each one that was kept, so that sending the same text twice is meant. */
function useNoteKey() {
  const key = useRef<string | null>(null);
  return {
    current: () => {
      key.current ??= crypto.randomUUID();
      return key.current;
    },
    renew: () => {
      key.current = null;
    },
  };
}

/** Writes a note on a case for the lab alone, or for its practice to read. */
export function NoteForm({ caseId }: { caseId: string }) {
  const router = useRouter();
  const key = useNoteKey();
  const form = useActionForm(writeNote, {
    schema: noteForm,
    defaultValues: { body: "", audience: "internal" as "internal" | "shared" },
    toInput: (values) => ({ ...values, caseId, idempotencyKey: key.current() }),
    onSuccess: () => {
      key.renew();
      toast.success(form.getValues("audience") === "shared" ? "Note sent to the practice" : "Note kept");
      form.reset();
      router.refresh();
    },
  });
  return (
    <Form form={form} aria-label="Write a note">
      <Field name="body" label="New note" hideLabel>
        <Textarea rows={3} maxLength={4000} placeholder="Write a note" {...form.register("body")} />
      </Field>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <SegmentedControl
          label="Who reads it"
          choices={[
            { value: "internal", label: "Lab only" },
            { value: "shared", label: "Practice too" },
          ]}
          {...form.register("audience")}
        />
        <SubmitButton variant="secondary">Add note</SubmitButton>
      </div>
    </Form>
  );
}

/** Writes a note of the practice to its lab. */
export function NoteToLabForm({ caseId, lab }: { caseId: string; lab: string }) {
  const router = useRouter();
  const key = useNoteKey();
  const form = useActionForm(writeToLab, {
    schema: practiceNoteForm,
    defaultValues: { body: "" },
    toInput: (values) => ({ ...values, caseId, idempotencyKey: key.current() }),
    onSuccess: () => {
      key.renew();
      toast.success(`Sent to ${lab}`);
      form.reset();
      router.refresh();
    },
  });
  return (
    <Form form={form} aria-label={`Write to ${lab}`}>
      <Field name="body" label={`Write to ${lab}`}>
        <Textarea rows={3} maxLength={4000} {...form.register("body")} />
      </Field>
      <div className="flex justify-end">
        <SubmitButton variant="secondary">Send</SubmitButton>
      </div>
    </Form>
  );
}
