"use client";

import type { ActionResult } from "@/components/forms/action-result";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Card } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Section } from "@/components/ui/page-header";
import { RadioGroup } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import type { ExampleInput } from "./example-schema";

const schema = () => import("./example-schema").then((module) => module.exampleSchema);

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Answers as a server would, in each of the ways that a form must handle. */
async function answerAs(input: ExampleInput): Promise<ActionResult<{ number: string }>> {
  await pause(600);
  if (input.answer === "unreachable") throw new TypeError("Failed to fetch");
  if (input.answer === "field") return { ok: false, fieldErrors: { "items.1.shade": ["Tooth 24 needs a shade."] } };
  if (input.answer === "form")
    return { ok: false, formError: "Someone else changed this case. Reload to see the change." };
  if (input.answer === "elsewhere") return { ok: false, fieldErrors: { practiceId: ["This practice is closed."] } };
  return { ok: true, data: { number: "C-2026-000123" } };
}

const answers = [
  { value: "accepted", label: "Accepted" },
  { value: "field", label: "An error at a nested field" },
  { value: "form", label: "An error of the whole form" },
  { value: "elsewhere", label: "An error at a field that is not shown" },
  { value: "unreachable", label: "No connection" },
];

/** A form over an action, with every kind of answer. */
export function FormShown() {
  const form = useActionForm(answerAs, {
    schema,
    defaultValues: {
      reference: "",
      answer: "field",
      items: [
        { tooth: "14", shade: "A2" },
        { tooth: "24", shade: "" },
      ],
    },
    onSuccess: (data) => toast.success(`Case ${data.number} created`),
  });
  return (
    <Section
      title="Form"
      hint="Checked in the browser first, then by the action; focus goes to the first invalid field"
    >
      <Card className="max-w-2xl">
        <Form form={form} aria-label="Example form">
          <Field name="reference" label="Patient reference" required>
            <Input {...form.register("reference")} />
          </Field>
          <div className="grid gap-4 sm:grid-cols-2">
            {form.getValues("items").map((item, i) => (
              <Field key={item.tooth} name={`items.${i}.shade`} label={`Shade of ${item.tooth}`}>
                <Select
                  placeholder="Choose"
                  {...form.register(`items.${i}.shade`)}
                  options={["A1", "A2", "A3"].map((v) => ({ value: v, label: v }))}
                />
              </Field>
            ))}
          </div>
          <Field name="answer" label="Answer of the server">
            <RadioGroup choices={answers} {...form.register("answer")} />
          </Field>
          <div className="flex justify-end">
            <SubmitButton>Submit case</SubmitButton>
          </div>
        </Form>
      </Card>
    </Section>
  );
}
