"use client";

import { MoreHorizontal } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { disableUser, enableUser, resendInvitation } from "@/lib/access/users/actions";
import type { UserRow } from "@/lib/access/users/queries";
import type { Column } from "../data-table/column";
import { DataTable } from "../data-table/data-table";
import { FilterSelect } from "../data-table/filter-select";
import { useAction } from "../forms/use-action";
import { StatusBadge } from "../ui/badge";
import { IconButton } from "../ui/button";
import { DropdownMenu, MenuItem } from "../ui/dropdown-menu";
import { SearchInput } from "../ui/search-input";
import { RelativeTime } from "../ui/time";
import { toast } from "../ui/toast";
import { ChangeRole } from "./change-role";
import type { PracticeChoice, RoleChoice } from "./role-fields";

/** `lastSeen` is an ISO instant. */
export type ShownUser = Omit<UserRow, "lastSeenAt"> & { lastSeen: string | null };

type Props = {
  rows: ShownUser[];
  roles: readonly RoleChoice[];
  practices: readonly PracticeChoice[];
  mayManage: boolean;
  empty: ReactNode;
  pager: ReactNode;
};

const columns: Column<ShownUser>[] = [
  { id: "name", header: "Name", cell: (row) => row.name, card: "title" },
  { id: "email", header: "E-mail", cell: (row) => <span className="wrap-anywhere">{row.email}</span> },
  {
    id: "role",
    header: "Role",
    cell: (row) => (
      <>
        {row.role.name}
        {row.practices.length > 0 && <span className="block text-xs text-muted">{row.practices.join(", ")}</span>}
      </>
    ),
  },
  { id: "seen", header: "Last seen", cell: (row) => (row.lastSeen ? <RelativeTime iso={row.lastSeen} /> : "Never") },
  { id: "status", header: "Status", cell: (row) => <UserStatus user={row} />, card: "badge", width: "8rem" },
];

/** The people of the lab; who may manage them has a menu on each. */
export function UserTable({ rows, roles, practices, mayManage, empty, pager }: Props) {
  const router = useRouter();
  const [changing, setChanging] = useState<ShownUser | null>(null);
  const refresh = () => router.refresh();
  const enable = useAction(enableUser, { onSuccess: refresh });
  const disable = useAction(disableUser, {
    onSuccess: ({ userId, name }) => {
      refresh();
      toast.undo(`${name} can no longer open this lab`, () => enable.run({ userId }));
    },
  });
  const resend = useAction(resendInvitation, { onSuccess: ({ sentTo }) => toast.success("Invitation sent", sentTo) });
  const menu: Column<ShownUser> = {
    id: "menu",
    header: "Actions",
    width: "4.5rem",
    cell: (row) => (
      <DropdownMenu
        label={`Actions for ${row.name}`}
        align="end"
        trigger={<IconButton size="sm" label={`Actions for ${row.name}`} icon={<MoreHorizontal aria-hidden />} />}
      >
        <MenuItem onSelect={() => setChanging(row)}>Change role…</MenuItem>
        {row.invited && <MenuItem onSelect={() => resend.run({ userId: row.id })}>Send the invitation again</MenuItem>}
        {row.status === "active" ? (
          <MenuItem tone="danger" onSelect={() => disable.run({ userId: row.id })}>
            Disable
          </MenuItem>
        ) : (
          <MenuItem onSelect={() => enable.run({ userId: row.id })}>Enable</MenuItem>
        )}
      </DropdownMenu>
    ),
  };
  return (
    <>
      <DataTable
        label="Users"
        rows={rows}
        columns={mayManage ? [...columns, menu] : columns}
        rowId={(row) => row.id}
        rowHref={(row) => `/users/${row.id}`}
        toolbar={
          <>
            <SearchInput label="Search users" />
            <FilterSelect
              label="Role"
              param="role"
              options={roles.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <FilterSelect
              label="Status"
              param="status"
              options={[
                { value: "active", label: "Active" },
                { value: "disabled", label: "Disabled" },
              ]}
            />
          </>
        }
        empty={empty}
        pager={pager}
      />
      {changing && <ChangeRole user={changing} roles={roles} practices={practices} onClose={() => setChanging(null)} />}
    </>
  );
}

function UserStatus({ user }: { user: ShownUser }) {
  if (user.status === "disabled") return <StatusBadge tone="neutral">Disabled</StatusBadge>;
  if (user.locked) return <StatusBadge tone="warning">Locked</StatusBadge>;
  if (user.invited) return <StatusBadge tone="info">Invited</StatusBadge>;
  return <StatusBadge tone="success">Active</StatusBadge>;
}
