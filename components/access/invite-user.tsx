"use client";

import { UserPlus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { Control, UseFormRegister } from "react-hook-form";
import { inviteUser } from "@/lib/access/users/actions";
import { Field } from "../forms/field";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Input } from "../ui/input";
import { toast } from "../ui/toast";
import { type PracticeChoice, type RoleChoice, RoleFields, type RoleValues } from "./role-fields";

type Props = { roles: readonly RoleChoice[]; practices: readonly PracticeChoice[] };

/** A button whose window invites a person into the lab. */
export function InviteUser(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title="Invite someone"
      description="They get a letter with a link to set their password."
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" icon={<UserPlus aria-hidden />}>
          Invite
        </Button>
      }
    >
      <InviteForm {...props} done={() => setOpen(false)} />
    </Dialog>
  );
}

function InviteForm({ roles, practices, done }: Props & { done: () => void }) {
  const router = useRouter();
  const form = useActionForm(inviteUser, {
    defaultValues: { name: "", email: "", roleId: "", practiceId: "" },
    toInput: (values) => ({ ...values, practiceId: values.practiceId || null }),
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
      <RoleFields
        register={form.register as unknown as UseFormRegister<RoleValues>}
        control={form.control as unknown as Control<RoleValues>}
        chosenRole={form.watch("roleId")}
        roles={roles}
        practices={practices}
      />
      <div className="flex justify-end">
        <SubmitButton>Send invitation</SubmitButton>
      </div>
    </Form>
  );
}
