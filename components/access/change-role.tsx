"use client";

import { useRouter } from "next/navigation";
import { changeRole } from "@/lib/access/users/actions";
import { Form, SubmitButton } from "../forms/form";
import { useActionForm } from "../forms/use-action-form";
import { Dialog } from "../ui/dialog";
import { toast } from "../ui/toast";
import { type PracticeChoice, type RoleChoice, RoleFields } from "./role-fields";

type Props = {
  user: { id: string; name: string; role: { id: string } };
  roles: readonly RoleChoice[];
  practices: readonly PracticeChoice[];
  onClose: () => void;
};

/** The window that gives a person another role, or one more practice to act for; taking one away is at the practice. */
export function ChangeRole({ user, roles, practices, onClose }: Props) {
  const router = useRouter();
  const form = useActionForm(changeRole, {
    defaultValues: { roleId: user.role.id, practiceId: "" },
    toInput: (values) => ({ userId: user.id, roleId: values.roleId, practiceId: values.practiceId || null }),
    onSuccess: () => {
      toast.success("Role changed", "It counts from their next step on.");
      onClose();
      router.refresh();
    },
  });
  return (
    <Dialog title={`Role of ${user.name}`} open onOpenChange={(open) => !open && onClose()}>
      <Form form={form}>
        <RoleFields
          register={form.register}
          control={form.control}
          chosenRole={form.watch("roleId")}
          roles={roles}
          practices={practices}
        />
        <div className="flex justify-end">
          <SubmitButton>Change role</SubmitButton>
        </div>
      </Form>
    </Dialog>
  );
}
