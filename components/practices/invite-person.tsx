"use client";

import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { invitePerson, inviteToPractice } from "@/lib/access/people/actions";
import { PRACTICE_RIGHTS, type PracticeRight, USUAL_RIGHTS } from "@/lib/access/people/rights";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Input } from "../ui/input";
import { RadioGroup } from "../ui/radio-group";
import { toast } from "../ui/toast";
import type { PeopleEditor } from "./people-list";
import { RightFields } from "./right-fields";

type Role = "dentist" | "practice_staff";
const ROLES = [
  { value: "practice_staff", label: "Staff", hint: "Works at the practice without prescribing." },
  { value: "dentist", label: "Dentist", hint: "Prescribes, once the lab has entered the licence." },
];

/** A button whose window invites a person to act for a practice. The lab names the practice; someone of it invites to their own. */
export function InvitePerson({ editor, practiceId }: { editor: PeopleEditor; practiceId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title="Invite to this practice"
      description="They get a letter with a link to begin."
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="sm" icon={<UserPlus aria-hidden />}>
          Invite
        </Button>
      }
    >
      <InviteForm editor={editor} practiceId={practiceId} done={() => setOpen(false)} />
    </Dialog>
  );
}

type Values = { name: string; email: string; role: Role; rights: PracticeRight[] };

function InviteForm({ editor, practiceId, done }: { editor: PeopleEditor; practiceId: string; done: () => void }) {
  const router = useRouter();
  const offered = editor.by === "lab" ? PRACTICE_RIGHTS : PRACTICE_RIGHTS.filter((right) => editor.own.includes(right));
  const usual = USUAL_RIGHTS.filter((right) => offered.includes(right));
  const send = (input: Values) =>
    editor.by === "lab" ? inviteToPractice({ ...input, practiceId }) : invitePerson(input);
  const form = useActionForm<Values, { memberId: string }>(send, {
    defaultValues: { name: "", email: "", role: "practice_staff", rights: usual },
    onSuccess: () => {
      toast.success("Invited", `A letter is on its way to ${form.getValues("email")}.`);
      done();
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="name" label="Name" required>
        <Input autoComplete="off" {...form.register("name")} />
      </Field>
      <Field name="email" label="E-mail" required>
        <Input type="email" autoComplete="off" {...form.register("email")} />
      </Field>
      <Field name="role" label="They are">
        <RadioGroup choices={ROLES} {...form.register("role")} />
      </Field>
      <RightFields register={form.register("rights")} given={usual} offered={offered} />
      <div className="flex justify-end">
        <SubmitButton>Send invitation</SubmitButton>
      </div>
    </Form>
  );
}
