"use client";

import { useRouter } from "next/navigation";
import { Field } from "@/components/forms/field";
import { Form, SubmitButton } from "@/components/forms/form";
import { useActionForm } from "@/components/forms/use-action-form";
import { Panel } from "@/components/ui/card";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { changeProfile } from "@/lib/labs/profile/actions";
import type { LabChoices } from "@/lib/labs/profile/choices";
import type { LabProfile } from "@/lib/labs/profile/lab-profile";
import { LabFields } from "./lab-fields";

/** What the lab is, with a word of warning before its clock is changed. */
export function LabForm({ lab, choices }: { lab: LabProfile; choices: LabChoices }) {
  const router = useRouter();
  const form = useActionForm(changeProfile, {
    defaultValues: {
      name: lab.name,
      addressLine1: lab.addressLine1 ?? "",
      addressLine2: lab.addressLine2 ?? "",
      city: lab.city ?? "",
      postcode: lab.postcode ?? "",
      country: lab.country,
      phone: lab.phone ?? "",
      email: lab.email ?? "",
      timeZone: lab.timeZone,
      locale: lab.locale,
      toothNotation: lab.toothNotation,
      registrationNumber: lab.registrationNumber ?? "",
      latitude: lab.latitude ?? "",
      longitude: lab.longitude ?? "",
      seenAt: lab.seenAt,
    },
    onSuccess: () => {
      toast.success("The lab is saved");
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Panel title="The lab">
        <div className="flex flex-col gap-4">
          <LabFields choices={choices} />
          {form.watch("timeZone") !== lab.timeZone && (
            <Notice tone="warning" title="The lab's clock changes">
              Opening hours, routes, due days and reports are counted in the new zone from now on, those of running
              cases too. Instants that were recorded stay what they were and are shown by the new clock.
            </Notice>
          )}
          <div className="grid gap-4 sm:grid-cols-2">
            <Field name="latitude" label="Latitude" hint="Where routes begin and end">
              <Input inputMode="decimal" placeholder="55.828590" {...form.register("latitude")} />
            </Field>
            <Field name="longitude" label="Longitude">
              <Input inputMode="decimal" placeholder="-4.214160" {...form.register("longitude")} />
            </Field>
          </div>
          <SubmitButton className="self-start">Save the lab</SubmitButton>
        </div>
      </Panel>
    </Form>
  );
}
