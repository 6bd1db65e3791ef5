"use client";

import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { keepDraft } from "@/lib/access/first-run/actions";
import type { FirstLab } from "@/lib/access/first-run/schema";
import type { LabChoices } from "@/lib/labs/profile/choices";
import { LabFields, type LabValues } from "../settings/lab/lab-fields";

export type FirstLabValues = LabValues & { currency: string };

export const NEW_LAB: FirstLabValues = {
  name: "",
  addressLine1: "",
  addressLine2: "",
  city: "",
  postcode: "",
  country: "",
  phone: "",
  email: "",
  timeZone: "",
  locale: "",
  currency: "",
  toothNotation: "fdi",
  registrationNumber: "",
};

/** What was kept of the lab, as the form writes it. */
export const valuesOf = (lab: FirstLab): FirstLabValues => ({
  ...NEW_LAB,
  ...(Object.fromEntries(Object.entries(lab).map(([field, value]) => [field, value ?? ""])) as Partial<FirstLabValues>),
});

type Props = { code: string; lab: FirstLabValues; choices: LabChoices; onKept: (lab: FirstLabValues) => void };

/** The lab's particulars, kept with the code before the account is asked for. */
export function FirstLabForm({ code, lab, choices, onKept }: Props) {
  const form = useActionForm(keepDraft, {
    defaultValues: { code, lab },
    onSuccess: () => onKept(form.getValues("lab")),
  });
  return (
    <Form form={form}>
      <LabFields choices={choices} at="lab." opening />
      <SubmitButton className="self-start">Keep and go on</SubmitButton>
    </Form>
  );
}
