"use client";

import type { ReactNode } from "react";
import type { ServerAction } from "@/components/forms/action-result";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Checkbox } from "@/components/ui/checkbox";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toast } from "@/components/ui/toast";
import { IMPLANT_SYSTEMS } from "@/lib/cases/particulars/implant-systems";
import type { Preferences } from "@/lib/cases/particulars/preferences";
import {
  CONTACT_LABEL,
  ENCLOSED,
  ENCLOSED_LABEL,
  OCCLUSION_LABEL,
  PONTIC_LABEL,
  RETENTION_LABEL,
} from "@/lib/cases/particulars/words";
import type { Template } from "@/lib/cases/templates";
import { materialsMade } from "@/lib/cases/templates";
import { MATERIAL_LABEL, PROCEDURE_LABEL, PROCEDURE_TYPES, SHADE_GUIDE_LABEL } from "@/lib/cases/vocabulary";

type PreferencesFormProps = {
  dentistId: string;
  practiceId: string;
  preferences: Preferences;
  templates: readonly Pick<Template, "procedureType" | "material">[];
  action: ServerAction<{ dentistId: string; practiceId: string; preferences: Preferences }, { before: Preferences }>;
  onSaved: () => void;
};

const optionsOf = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));
const NONE = "No preference";
const GRID = "grid gap-3 sm:grid-cols-2 lg:grid-cols-3";

/** What a dentist always wants. Saved for every new prescription; the message that it is saved takes it back. */
export function PreferencesForm(props: PreferencesFormProps) {
  const { dentistId, practiceId, action, onSaved } = props;
  const save = async (preferences: Preferences) => {
    const result = await action({ dentistId, practiceId, preferences }).catch(() => null);
    if (result?.ok) onSaved();
    else toast.error("The preferences could not be changed back.");
  };
  const form = useActionForm(action, {
    schema: () => import("@/lib/cases/particulars/schema").then((m) => m.preferencesSchema),
    defaultValues: props.preferences,
    toInput: (values: Preferences) => ({ dentistId, practiceId, preferences: values }),
    onSuccess: ({ before }) => {
      toast.undo("Preferences saved", () => save(before));
      onSaved();
    },
  });
  const made = PROCEDURE_TYPES.map((type) => ({ type, materials: materialsMade(props.templates, type) })).filter(
    ({ materials }) => materials.length > 1,
  );
  return (
    <Form form={form} aria-label="Preferences">
      <Group title="Usual material">
        {made.map(({ type, materials }) => (
          <Field key={type} name={`materials.${type}`} label={PROCEDURE_LABEL[type]}>
            <Select
              placeholder={NONE}
              options={materials.map((m) => ({ value: m, label: MATERIAL_LABEL[m] }))}
              {...form.register(`materials.${type}`)}
            />
          </Field>
        ))}
      </Group>
      <Group title="Shade, fit and implants">
        <Field name="shadeGuide" label="Shade guide" hint="Its shades are offered first.">
          <Select placeholder={NONE} options={optionsOf(SHADE_GUIDE_LABEL)} {...form.register("shadeGuide")} />
        </Field>
        <Field name="contact" label="Contacts">
          <Select placeholder={NONE} options={optionsOf(CONTACT_LABEL)} {...form.register("contact")} />
        </Field>
        <Field name="occlusion" label="Occlusion">
          <Select placeholder={NONE} options={optionsOf(OCCLUSION_LABEL)} {...form.register("occlusion")} />
        </Field>
        <Field name="ponticDesign" label="Pontic design">
          <Select placeholder={NONE} options={optionsOf(PONTIC_LABEL)} {...form.register("ponticDesign")} />
        </Field>
        <Field name="implantSystem" label="Implant system">
          <Input maxLength={80} list="usual-implant-systems" autoComplete="off" {...form.register("implantSystem")} />
        </Field>
        <Field name="implantRetention" label="Retention">
          <Select placeholder={NONE} options={optionsOf(RETENTION_LABEL)} {...form.register("implantRetention")} />
        </Field>
        <datalist id="usual-implant-systems">
          {Object.keys(IMPLANT_SYSTEMS).map((system) => (
            <option key={system} value={system} />
          ))}
        </datalist>
      </Group>
      <Group title="What comes to the lab, and back">
        <Field name="impression" label="Impression">
          <Select
            placeholder={NONE}
            options={[
              { value: "digital_scan", label: "Digital scan" },
              { value: "physical", label: "Physical" },
            ]}
            {...form.register("impression")}
          />
        </Field>
        <fieldset className="sm:col-span-2 lg:col-span-3">
          <legend className="text-sm font-medium">Usually sent along, to come back with the case</legend>
          <div className="mt-1 grid grid-cols-2 gap-x-3 sm:grid-cols-3">
            {ENCLOSED.map((thing) => (
              <Checkbox key={thing} label={ENCLOSED_LABEL[thing]} value={thing} {...form.register("enclosures")} />
            ))}
          </div>
        </fieldset>
      </Group>
      <Field name="notes" label="Standing instructions" hint="Every new prescription begins with these words.">
        <Textarea maxLength={2000} rows={3} {...form.register("notes")} />
      </Field>
      <Field
        name="delivery"
        label="Delivery"
        hint="When and how finished cases should come; added to the instructions."
      >
        <Textarea maxLength={500} rows={2} {...form.register("delivery")} />
      </Field>
      <SubmitButton className="self-start max-sm:w-full">Save preferences</SubmitButton>
    </Form>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-2 border-b pb-4">
      <h3 className="text-sm font-semibold">{title}</h3>
      <div className={GRID}>{children}</div>
    </section>
  );
}
