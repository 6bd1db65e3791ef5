"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { checkLicence } from "@/lib/network/actions";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Button } from "../ui/button";
import { Panel } from "../ui/card";
import { DescriptionList } from "../ui/description-list";
import { Input } from "../ui/input";
import { DateTime } from "../ui/time";
import { toast } from "../ui/toast";

type Checked = { at: string; by: string; register: string; note: string | null };
type Props = { id: string; open: boolean; licence: string; body: string | null; checked: Checked | null };

/** The step that approval waits for: who looked up the licence, when, in which register. */
export function LicenceCheck({ id, open, licence, body, checked }: Props) {
  const [editing, setEditing] = useState(false);
  const asking = open && (!checked || editing);
  return (
    <Panel title="Licence">
      <DescriptionList
        columns={1}
        items={[
          { term: "As given", value: licence },
          ...(checked
            ? [
                {
                  term: "Checked",
                  value: (
                    <>
                      {checked.by}, <DateTime iso={checked.at} format="datetime" />
                    </>
                  ),
                },
                { term: "Register", value: checked.register },
                ...(checked.note ? [{ term: "Note", value: checked.note }] : []),
              ]
            : []),
        ]}
      />
      {asking && <CheckForm id={id} body={body} checked={checked} done={() => setEditing(false)} />}
      {open && checked && !editing && (
        <Button size="sm" className="mt-3" onClick={() => setEditing(true)}>
          Check again
        </Button>
      )}
    </Panel>
  );
}

function CheckForm({ id, body, checked, done }: Pick<Props, "id" | "body" | "checked"> & { done: () => void }) {
  const router = useRouter();
  const form = useActionForm(checkLicence, {
    defaultValues: {
      register: checked?.register ?? (body ? `Register of the ${body}` : ""),
      note: checked?.note ?? "",
    },
    toInput: (values) => ({ ...values, id }),
    onSuccess: () => {
      toast.success("Licence noted as checked");
      done();
      router.refresh();
    },
  });
  return (
    <Form form={form} className="mt-4">
      <Field name="register" label="Register you looked in" required>
        <Input autoComplete="off" {...form.register("register")} />
      </Field>
      <Field name="note" label="Note">
        <Input autoComplete="off" {...form.register("note")} />
      </Field>
      <SubmitButton>Licence is valid</SubmitButton>
    </Form>
  );
}
