"use client";

import { Archive, ArchiveRestore } from "lucide-react";
import { useRouter } from "next/navigation";
import { archiveItem, restoreItem } from "@/lib/inventory/items/actions";
import { archiveSupplier, restoreSupplier } from "@/lib/inventory/suppliers/actions";
import type { ServerAction } from "../../forms/action-result";
import { useAction } from "../../forms/use-action";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast";

type Archived = { id: string; version: number; name: string; isArchived: boolean };
type ArchiveButtonProps<Input> = {
  one: Archived;
  archive: ServerAction<Input, unknown>;
  restore: ServerAction<Input, unknown>;
  input: Input;
  /** The list it leaves for once it is put away. */
  list: string;
};

function ArchiveButton<Input>({ one, archive: putAway, restore: bringBack, input, list }: ArchiveButtonProps<Input>) {
  const router = useRouter();
  const restore = useAction(bringBack, {
    onSuccess: () => {
      toast.success(`${one.name} is back`);
      router.refresh();
    },
  });
  const archive = useAction(putAway, {
    onSuccess: () => {
      toast.undo(`${one.name} archived`, () => restore.run(input));
      router.push(list);
      router.refresh();
    },
  });
  return one.isArchived ? (
    <Button icon={<ArchiveRestore />} loading={restore.pending} onClick={() => restore.run(input)}>
      Bring back
    </Button>
  ) : (
    <Button icon={<Archive />} loading={archive.pending} onClick={() => archive.run(input)}>
      Archive
    </Button>
  );
}

/** Puts an item away, or brings one back. */
export function ArchiveItem({ item }: { item: Archived }) {
  const input = { itemId: item.id, version: item.version };
  return <ArchiveButton one={item} archive={archiveItem} restore={restoreItem} input={input} list="/inventory" />;
}

/** Puts a supplier away, or brings one back. */
export function ArchiveSupplier({ supplier }: { supplier: Archived }) {
  const input = { supplierId: supplier.id, version: supplier.version };
  return (
    <ArchiveButton
      one={supplier}
      archive={archiveSupplier}
      restore={restoreSupplier}
      input={input}
      list="/inventory/suppliers"
    />
  );
}
