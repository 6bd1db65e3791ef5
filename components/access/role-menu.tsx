"use client";

import { MoreHorizontal } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { bringRoleBack, renameRole, resetRights, takeRoleAway } from "@/lib/access/role-rights/actions";
import type { RoleRow } from "@/lib/access/users/queries";
import { useAction } from "../forms/use-action";
import { IconButton } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { DropdownMenu, MenuItem } from "../ui/dropdown-menu";
import { toast } from "../ui/toast";
import { RoleForm } from "./role-form";

/** What can be done with a role besides ticking what it may do. */
export function RoleMenu({ role }: { role: RoleRow }) {
  const router = useRouter();
  const [renaming, setRenaming] = useState(false);
  const refresh = () => router.refresh();
  const back = useAction(bringRoleBack, { onSuccess: refresh });
  const away = useAction(takeRoleAway, {
    onSuccess: ({ roleId, name }) => {
      refresh();
      toast.undo(`${name} was taken away`, () => back.run({ roleId }));
    },
  });
  const reset = useAction(resetRights, {
    onSuccess: ({ role: name }) => {
      refresh();
      toast.success(`${name} may again what it may in a new lab`);
    },
  });
  return (
    <>
      <DropdownMenu
        label={`Actions for ${role.name}`}
        align="end"
        trigger={<IconButton size="sm" label={`Actions for ${role.name}`} icon={<MoreHorizontal aria-hidden />} />}
      >
        <MenuItem onSelect={() => setRenaming(true)}>Rename…</MenuItem>
        {role.isSystem ? (
          <MenuItem onSelect={() => reset.run({ roleId: role.id })}>Set back to how it came</MenuItem>
        ) : (
          <MenuItem tone="danger" onSelect={() => away.run({ roleId: role.id })}>
            Take away
          </MenuItem>
        )}
      </DropdownMenu>
      {renaming && (
        <Dialog title={`Rename ${role.name}`} open onOpenChange={setRenaming}>
          <RoleForm
            action={renameRole}
            toInput={({ name, description }) => ({ roleId: role.id, name, description })}
            initial={{ name: role.name, description: role.description ?? "" }}
            submit="Rename"
            onDone={() => {
              setRenaming(false);
              toast.success("Renamed");
              refresh();
            }}
          />
        </Dialog>
      )}
    </>
  );
}
