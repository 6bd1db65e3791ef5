"use client";

import { Archive, ArchiveRestore } from "lucide-react";
import { useRouter } from "next/navigation";
import { archiveItem, restoreItem } from "@/lib/inventory/items/actions";
import { useAction } from "../../forms/use-action";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast";

type ArchiveItemProps = { item: { id: string; version: number; name: string; isArchived: boolean } };

/** Puts an item away, or brings one back. */
export function ArchiveItem({ item }: ArchiveItemProps) {
  const router = useRouter();
  const seen = { itemId: item.id, version: item.version };
  const restore = useAction(restoreItem, {
    onSuccess: () => {
      toast.success(`${item.name} is back`);
      router.refresh();
    },
  });
  const archive = useAction(archiveItem, {
    onSuccess: () => {
      toast.undo(`${item.name} archived`, () => restore.run(seen));
      router.push("/inventory");
      router.refresh();
    },
  });
  return item.isArchived ? (
    <Button icon={<ArchiveRestore />} loading={restore.pending} onClick={() => restore.run(seen)}>
      Bring back
    </Button>
  ) : (
    <Button icon={<Archive />} loading={archive.pending} onClick={() => archive.run(seen)}>
      Archive
    </Button>
  );
}
