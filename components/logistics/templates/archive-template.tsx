"use client";

import { Archive, ArchiveRestore } from "lucide-react";
import { useRouter } from "next/navigation";
import { archiveRouteTemplate, restoreRouteTemplate } from "@/lib/logistics/templates/actions";
import { useAction } from "../../forms/use-action";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast";

/** Puts a template away, with undo, or brings it back. */
export function ArchiveTemplate({ id, version, archived }: { id: string; version: number; archived: boolean }) {
  const router = useRouter();
  const restore = useAction(restoreRouteTemplate, {
    onSuccess: ({ name }) => {
      toast.success(`${name} is back`);
      router.refresh();
    },
  });
  const archive = useAction(archiveRouteTemplate, {
    onSuccess: ({ name }) => {
      toast.undo(`${name} archived`, () => restore.run({ id }));
      router.refresh();
    },
  });
  return archived ? (
    <Button icon={<ArchiveRestore />} loading={restore.pending} onClick={() => restore.run({ id })}>
      Restore
    </Button>
  ) : (
    <Button icon={<Archive />} loading={archive.pending} onClick={() => archive.run({ id, version })}>
      Archive
    </Button>
  );
}
