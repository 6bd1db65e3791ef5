"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { makeRole } from "@/lib/access/role-rights/actions";
import type { RoleRow } from "@/lib/access/users/queries";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { toast } from "../ui/toast";
import { RoleForm } from "./role-form";

/** A button whose window makes a role of the lab's own. */
export function NewRole({ roles }: { roles: readonly RoleRow[] }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title="New role"
      description="Tick afterwards what it may do besides, or take away what it need not."
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" icon={<Plus aria-hidden />}>
          New role
        </Button>
      }
    >
      <RoleForm
        action={makeRole}
        toInput={(values) => values}
        initial={{ name: "", description: "" }}
        alike={roles.filter(({ kind }) => kind !== "admin")}
        submit="Make role"
        onDone={() => {
          setOpen(false);
          toast.success("Role made", "Give it to people under People.");
          router.refresh();
        }}
      />
    </Dialog>
  );
}
