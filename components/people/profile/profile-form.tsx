"use client";

import { Plus, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { useFieldArray } from "react-hook-form";
import { PROCEDURE_LABEL, STAGE_LABEL } from "@/lib/cases/vocabulary";
import { saveProfile } from "@/lib/staff/profiles/actions";
import type { Person } from "@/lib/staff/profiles/queries";
import {
  EMPLOYMENT_LABEL,
  EMPLOYMENT_TYPES,
  type EmploymentType,
  LEVEL_LABEL,
  SKILL_PROCEDURES,
  SKILL_STAGES,
} from "@/lib/staff/vocabulary";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { type ActionForm, useActionForm } from "../../forms/use-action-form";
import { Button, IconButton } from "../../ui/button";
import { Panel } from "../../ui/card";
import { DateInput, Input } from "../../ui/input";
import { Select } from "../../ui/select";
import { toast } from "../../ui/toast";

type SkillValues = {
  stage: (typeof SKILL_STAGES)[number];
  procedure: "" | (typeof SKILL_PROCEDURES)[number];
  level: "1" | "2" | "3";
};
type Values = {
  jobTitle: string;
  employmentType: EmploymentType;
  departmentId: string;
  hiredOn: string;
  leftOn: string;
  hourlyCost: string;
  leaveDaysPerYear: string;
  phone: string;
  emergencyName: string;
  emergencyPhone: string;
  skills: SkillValues[];
};

type ProfileFormProps = { person: Person; departments: { id: string; name: string }[]; currency: string };

/** What the lab keeps of a person, to be changed by those who look after people. */
export function ProfileForm({ person, departments, currency }: ProfileFormProps) {
  const router = useRouter();
  const { userId, version } = person;
  const form = useActionForm(saveProfile, {
    defaultValues: valuesOf(person),
    toInput: (values: Values) => ({ ...values, userId, version }),
    onSuccess: () => {
      toast.success("Profile saved");
      router.refresh();
    },
  });
  return (
    <Form form={form} className="max-w-4xl" aria-label={`Profile of ${person.name}`}>
      <Panel title="Work">
        <div className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
          <Field name="jobTitle" label="Job title">
            <Input {...form.register("jobTitle")} />
          </Field>
          <Field name="employmentType" label="Employment">
            <Select
              options={EMPLOYMENT_TYPES.map((value) => ({ value, label: EMPLOYMENT_LABEL[value] }))}
              {...form.register("employmentType")}
            />
          </Field>
          <Field name="departmentId" label="Department">
            <Select
              placeholder="None"
              options={departments.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.register("departmentId")}
            />
          </Field>
          <Field name="hiredOn" label="First day">
            <DateInput {...form.register("hiredOn")} />
          </Field>
          <Field name="leftOn" label="Last day" hint="From the day after they count nowhere">
            <DateInput {...form.register("leftOn")} />
          </Field>
          <Field
            name="hourlyCost"
            label={`Cost of an hour in ${currency}`}
            hint="Seen by those who manage people alone"
          >
            <Input inputMode="decimal" {...form.register("hourlyCost")} />
          </Field>
          <Field name="leaveDaysPerYear" label="Holiday a year" hint="Days, in halves at the finest" required>
            <Input inputMode="decimal" {...form.register("leaveDaysPerYear")} />
          </Field>
        </div>
      </Panel>
      <Panel title="Contact">
        <div className="grid gap-4 sm:grid-cols-3">
          <Field name="phone" label="Phone">
            <Input type="tel" {...form.register("phone")} />
          </Field>
          <Field name="emergencyName" label="In an emergency call">
            <Input {...form.register("emergencyName")} />
          </Field>
          <Field name="emergencyPhone" label="Their phone">
            <Input type="tel" {...form.register("emergencyPhone")} />
          </Field>
        </div>
      </Panel>
      <Panel title="Skills" aside="By stage, for one kind of work or any">
        <SkillFields form={form} />
      </Panel>
      <div>
        <SubmitButton>Save profile</SubmitButton>
      </div>
    </Form>
  );
}

function SkillFields({ form }: { form: ActionForm<Values> }) {
  const { fields, append, remove } = useFieldArray({ control: form.control, name: "skills" });
  return (
    <div className="flex flex-col gap-2">
      {fields.length === 0 && <p className="text-sm text-muted">No skills yet.</p>}
      {fields.map((field, i) => (
        <div key={field.id} className="grid items-end gap-2 sm:grid-cols-[1fr_1fr_1fr_auto]">
          <Field name={`skills.${i}.stage`} label={`Stage of skill ${i + 1}`} hideLabel>
            <Select
              options={SKILL_STAGES.map((value) => ({ value, label: STAGE_LABEL[value] }))}
              {...form.register(`skills.${i}.stage`)}
            />
          </Field>
          <Field name={`skills.${i}.procedure`} label={`Work of skill ${i + 1}`} hideLabel>
            <Select
              placeholder="Any work"
              options={SKILL_PROCEDURES.map((value) => ({ value, label: PROCEDURE_LABEL[value] }))}
              {...form.register(`skills.${i}.procedure`)}
            />
          </Field>
          <Field name={`skills.${i}.level`} label={`Level of skill ${i + 1}`} hideLabel>
            <Select
              options={([1, 2, 3] as const).map((level) => ({ value: String(level), label: LEVEL_LABEL[level] }))}
              {...form.register(`skills.${i}.level`)}
            />
          </Field>
          <IconButton label={`Remove skill ${i + 1}`} icon={<X />} onClick={() => remove(i)} />
        </div>
      ))}
      <div>
        <Button
          size="sm"
          icon={<Plus />}
          onClick={() => append({ stage: "design", procedure: "", level: "2" })}
          disabled={fields.length >= 40}
        >
          Add a skill
        </Button>
      </div>
    </div>
  );
}

const valuesOf = (person: Person): Values => ({
  jobTitle: person.jobTitle ?? "",
  employmentType: person.employmentType,
  departmentId: person.departmentId ?? "",
  hiredOn: person.hiredOn ?? "",
  leftOn: person.leftOn ?? "",
  hourlyCost: person.hourlyCost ?? "",
  leaveDaysPerYear: person.leaveDaysPerYear.replace(/\.0$/, ""),
  phone: person.phone ?? "",
  emergencyName: person.emergencyName ?? "",
  emergencyPhone: person.emergencyPhone ?? "",
  skills: person.skills.map(({ stage, procedure, level }) => ({
    stage,
    procedure: procedure ?? "",
    level: String(level) as SkillValues["level"],
  })),
});
