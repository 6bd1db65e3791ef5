"use client";

import { useRouter } from "next/navigation";
import { PROCEDURE_LABEL, STAGE_LABEL } from "@/lib/cases/vocabulary";
import { saveOwnContact } from "@/lib/staff/profiles/actions";
import type { Person } from "@/lib/staff/profiles/queries";
import { EMPLOYMENT_LABEL, LEVEL_LABEL } from "@/lib/staff/vocabulary";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Panel } from "../../ui/card";
import { DescriptionList } from "../../ui/description-list";
import { Input } from "../../ui/input";
import { DateTime } from "../../ui/time";
import { toast } from "../../ui/toast";

/** What the lab keeps of a person, to read; one's own contact may be changed (`own`). */
export function ProfileView({ person, own }: { person: Person; own: boolean }) {
  const day = (iso: string | null) => iso && <DateTime iso={iso} format="date" zone="UTC" />;
  const skills = person.skills.map(
    ({ stage, procedure, level }) =>
      `${STAGE_LABEL[stage]}${procedure ? `, ${PROCEDURE_LABEL[procedure].toLowerCase()}` : ""}: ${LEVEL_LABEL[level].toLowerCase()}`,
  );
  const contact = [
    { term: "Phone", value: person.phone },
    { term: "In an emergency", value: [person.emergencyName, person.emergencyPhone].filter(Boolean).join(", ") },
  ];
  return (
    <div className="grid max-w-4xl items-start gap-4 lg:grid-cols-2">
      <Panel title="Work">
        <DescriptionList
          items={[
            { term: "Job title", value: person.jobTitle },
            { term: "Employment", value: EMPLOYMENT_LABEL[person.employmentType] },
            { term: "Department", value: person.department },
            { term: "First day", value: day(person.hiredOn) },
            { term: "E-mail", value: person.email },
            ...(own ? [] : contact),
            { term: "Skills", value: skills.length > 0 ? skills.join("; ") : null, wide: true },
          ]}
        />
      </Panel>
      {own && <OwnContact person={person} />}
    </div>
  );
}

function OwnContact({ person }: { person: Person }) {
  const router = useRouter();
  const form = useActionForm(saveOwnContact, {
    defaultValues: {
      phone: person.phone ?? "",
      emergencyName: person.emergencyName ?? "",
      emergencyPhone: person.emergencyPhone ?? "",
    },
    toInput: (values) => ({ ...values, version: person.version }),
    onSuccess: () => {
      toast.success("Contact saved");
      router.refresh();
    },
  });
  return (
    <Panel title="My contact">
      <Form form={form} aria-label="My contact">
        <Field name="phone" label="Phone">
          <Input type="tel" {...form.register("phone")} />
        </Field>
        <Field name="emergencyName" label="In an emergency call">
          <Input {...form.register("emergencyName")} />
        </Field>
        <Field name="emergencyPhone" label="Their phone">
          <Input type="tel" {...form.register("emergencyPhone")} />
        </Field>
        <div>
          <SubmitButton variant="secondary">Save contact</SubmitButton>
        </div>
      </Form>
    </Panel>
  );
}
