"use client";

import { Archive, ArchiveRestore } from "lucide-react";
import { useRouter } from "next/navigation";
import { archiveSupplier, restoreSupplier } from "@/lib/inventory/suppliers/actions";
import { useAction } from "../../forms/use-action";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast";

type ArchiveSupplierProps = { supplier: { id: string; version: number; name: string; isArchived: boolean } };

/** Puts a supplier away, or brings one back. */
export function ArchiveSupplier({ supplier }: ArchiveSupplierProps) {
  const router = useRouter();
  const seen = { supplierId: supplier.id, version: supplier.version };
  const restore = useAction(restoreSupplier, {
    onSuccess: () => {
      toast.success(`${supplier.name} is back`);
      router.refresh();
    },
  });
  const archive = useAction(archiveSupplier, {
    onSuccess: () => {
      toast.undo(`${supplier.name} archived`, () => restore.run(seen));
      router.push("/inventory/suppliers");
      router.refresh();
    },
  });
  return supplier.isArchived ? (
    <Button icon={<ArchiveRestore />} loading={restore.pending} onClick={() => restore.run(seen)}>
      Bring back
    </Button>
  ) : (
    <Button icon={<Archive />} loading={archive.pending} onClick={() => archive.run(seen)}>
      Archive
    </Button>
  );
}
