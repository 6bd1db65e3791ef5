"use client";

import { Archive, ArchiveRestore } from "lucide-react";
import { useRouter } from "next/navigation";
import { archivePractice, restorePractice } from "@/lib/practices/actions";
import { useAction } from "../forms/use-action";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";

type ArchiveButtonProps = { id: string; version: number; name: string; archived: boolean };

/** Takes a practice out of the lists, with undo, or brings it back. */
export function ArchiveButton({ id, version, name, archived }: ArchiveButtonProps) {
  const router = useRouter();
  const restore = useAction(restorePractice, {
    onSuccess: () => {
      toast.success(`${name} is back`);
      router.refresh();
    },
  });
  const archive = useAction(archivePractice, {
    onSuccess: () => {
      toast.undo(`${name} archived`, () => restore.run({ id }));
      router.refresh();
    },
  });
  if (archived)
    return (
      <Button icon={<ArchiveRestore />} loading={restore.pending} onClick={() => restore.run({ id })}>
        Restore
      </Button>
    );
  return (
    <Button icon={<Archive />} loading={archive.pending} onClick={() => archive.run({ id, version })}>
      Archive
    </Button>
  );
}
