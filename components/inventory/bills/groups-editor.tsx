"use client";

import { Pencil, Plus, Trash2, X } from "lucide-react";
import { useRouter } from "next/navigation";
import { removeGroup, removeMember } from "@/lib/inventory/bills/actions";
import type { StockChoice, StockGroup } from "@/lib/inventory/bills/queries";
import { useAction } from "../../forms/use-action";
import { StatusBadge } from "../../ui/badge";
import { Button, IconButton } from "../../ui/button";
import { EmptyState } from "../../ui/states";
import { GroupDialog } from "./group-dialog";
import { MemberDialog } from "./member-dialog";

type GroupsEditorProps = { groups: readonly StockGroup[]; choices: readonly StockChoice[] };

/** The groups of stock items with what is in each, and the ways to change them. */
export function GroupsEditor({ groups, choices }: GroupsEditorProps) {
  const add = (
    <GroupDialog
      trigger={
        <Button size="sm" icon={<Plus aria-hidden />}>
          New group
        </Button>
      }
    />
  );
  if (groups.length === 0)
    return (
      <EmptyState title="No groups yet" hint="A group lets a bill say “a disc of the case's shade”." action={add} />
    );
  return (
    <div className="flex flex-col gap-3">
      <ul aria-label="Groups" className="divide-y rounded-lg border bg-surface">
        {groups.map((group) => (
          <Group key={group.id} group={group} choices={choices} />
        ))}
      </ul>
      <div>{add}</div>
    </div>
  );
}

function Group({ group, choices }: { group: StockGroup; choices: readonly StockChoice[] }) {
  const router = useRouter();
  const takeOut = useAction(removeMember, { onSuccess: () => router.refresh() });
  const remove = useAction(removeGroup, { onSuccess: () => router.refresh() });
  const there = new Set(group.members.map(({ itemId }) => itemId));
  return (
    <li className="flex flex-col gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-2">
        <h3 className="text-sm font-semibold">{group.name}</h3>
        <span className="text-sm text-muted">
          {group.unit}, on {group.lines} {group.lines === 1 ? "line" : "lines"}
        </span>
        {group.members.length === 0 && group.lines > 0 && (
          <StatusBadge tone="warning">Nothing kept yet, so it takes nothing</StatusBadge>
        )}
        <span className="ml-auto flex gap-1">
          <GroupDialog
            group={group}
            trigger={<IconButton label={`Change ${group.name}`} icon={<Pencil />} size="sm" />}
          />
          {group.lines === 0 && (
            <IconButton
              label={`Give ${group.name} up`}
              icon={<Trash2 />}
              size="sm"
              loading={remove.pending}
              onClick={() => remove.run({ id: group.id })}
            />
          )}
        </span>
      </div>
      <ul aria-label={`In ${group.name}`} className="flex flex-wrap items-center gap-2">
        {group.members.map(({ id, name, shade }) => (
          <li key={id} className="flex min-w-0 items-center gap-1 rounded-md border bg-sunken pl-2 text-sm">
            <span className="truncate">{name}</span>
            <span className="shrink-0 text-muted">{shade ? `shade ${shade}` : "every shade"}</span>
            <IconButton
              label={`Take ${name} out of ${group.name}`}
              icon={<X />}
              size="sm"
              onClick={() => takeOut.run({ id })}
            />
          </li>
        ))}
        <li>
          <MemberDialog
            group={group}
            choices={choices.filter(({ id, unit }) => !there.has(id) && unit === group.unit)}
          />
        </li>
      </ul>
    </li>
  );
}
