"use client";

import { FilePen, Trash2 } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useAction } from "@/components/forms/use-action";
import { IconButton } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/time";
import { toast } from "@/components/ui/toast";
import { discardOwnDraft, restoreOwnDraft } from "@/lib/cases/submission-actions";

export type DraftShown = { id: string; patient: string; items: number; files: number; updatedAt: string };

/** The prescriptions a person has begun: go on with one, or throw it away, which undo takes back. */
export function DraftList({ drafts }: { drafts: readonly DraftShown[] }) {
  return (
    <ul className="divide-y rounded-lg border bg-surface">
      {drafts.map((draft) => (
        <DraftLine key={draft.id} draft={draft} />
      ))}
    </ul>
  );
}

const count = (n: number, one: string) => `${n} ${one}${n === 1 ? "" : "s"}`;

function DraftLine({ draft }: { draft: DraftShown }) {
  const router = useRouter();
  const restore = useAction(restoreOwnDraft, { onSuccess: () => router.refresh() });
  const discard = useAction(discardOwnDraft, {
    onSuccess: ({ id }) => {
      toast.undo("Draft thrown away", () => restore.run({ id }));
      router.refresh();
    },
  });
  const name = draft.patient || "No patient yet";
  return (
    <li className="relative flex items-center gap-3 px-4 py-2 hover:bg-hover">
      <FilePen aria-hidden className="size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <Link
          href={`/portal/new?draft=${draft.id}`}
          prefetch={false}
          className="text-sm font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-accent"
        >
          {name}
        </Link>
        <p className="text-xs text-muted">
          {count(draft.items, "item")}, {count(draft.files, "file")} · <RelativeTime iso={draft.updatedAt} />
        </p>
      </div>
      <IconButton
        className="relative z-[1]"
        label={`Throw away the draft for ${name}`}
        icon={<Trash2 />}
        onClick={() => discard.run({ id: draft.id })}
      />
    </li>
  );
}
