"use client";

import { Paperclip, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { removeEntry, restoreEntry } from "@/lib/departments/maintenance/actions";
import type { LogEntry } from "@/lib/departments/maintenance/queries";
import { useAction } from "../../forms/use-action";
import { IconButton } from "../../ui/button";
import { Money } from "../../ui/money";
import { EmptyState } from "../../ui/states";
import { DateTime } from "../../ui/time";
import { toast } from "../../ui/toast";

/** What was done to a machine, the latest first. */
export function LogList({ entries }: { entries: readonly LogEntry[] }) {
  const router = useRouter();
  const restore = useAction(restoreEntry, { onSuccess: () => router.refresh() });
  const remove = useAction(removeEntry, {
    onSuccess: ({ id }) => {
      toast.undo("Taken out of the log", () => restore.run({ id }));
      router.refresh();
    },
  });
  if (entries.length === 0) return <EmptyState title="Nothing recorded yet" />;
  return (
    <ul aria-label="Maintenance log" className="divide-y">
      {entries.map((entry) => (
        <li key={entry.id} className="flex items-start gap-3 px-4 py-2 text-sm">
          <span className="w-24 shrink-0 text-muted">
            <DateTime iso={entry.doneOn} format="date" />
          </span>
          <span className="min-w-0 flex-1">
            {entry.what}
            <span className="block text-xs text-muted">
              {[entry.doneBy, entry.parts && `parts: ${entry.parts}`, entry.plan && `plan: ${entry.plan}`]
                .filter(Boolean)
                .join(" · ")}
            </span>
            {entry.files.map((file) => (
              <a
                key={file.id}
                href={`/api/machine-files/${file.id}`}
                className="flex items-center gap-1 text-xs text-accent-text hover:underline"
              >
                <Paperclip aria-hidden className="size-3" /> {file.name}
              </a>
            ))}
          </span>
          <Money amount={entry.cost} />
          <IconButton
            size="sm"
            label={`Take “${entry.what}” out of the log`}
            icon={<Trash2 />}
            onClick={() => remove.run({ id: entry.id })}
          />
        </li>
      ))}
    </ul>
  );
}
