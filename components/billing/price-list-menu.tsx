"use client";

import { Archive, Copy, Download, EllipsisVertical, FileUp, Pencil } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ListedPriceList } from "@/lib/billing/price-lists";
import { archivePriceList, restorePriceList } from "@/lib/billing/prices/actions";
import { useAction } from "../forms/use-action";
import { IconButton } from "../ui/button";
import { DropdownMenu, MenuItem, MenuSeparator } from "../ui/dropdown-menu";
import { toast } from "../ui/toast";
import { PriceCopyDialog } from "./price-copy-dialog";
import { PriceImportDialog } from "./price-import-dialog";
import { PriceListDialog } from "./price-list-dialog";

type Open = "change" | "copy" | "import" | null;
type PriceListMenuProps = { list: ListedPriceList; currency: string; today: string; editable: boolean };

/** What can be done with a price list as a whole. */
export function PriceListMenu({ list, currency, today, editable }: PriceListMenuProps) {
  const router = useRouter();
  const [open, setOpen] = useState<Open>(null);
  const shown = (which: Open) => ({
    open: open === which,
    onOpenChange: (next: boolean) => setOpen(next ? which : null),
  });
  const restore = useAction(restorePriceList, {
    onSuccess: () => {
      router.push(`/prices?list=${list.id}`);
      router.refresh();
    },
  });
  const archive = useAction(archivePriceList, {
    onSuccess: () => {
      toast.undo(`${list.name} archived`, () => restore.run({ priceListId: list.id, version: list.version + 1 }));
      router.push("/prices");
      router.refresh();
    },
  });
  return (
    <>
      <DropdownMenu
        label="This list"
        align="end"
        trigger={
          <IconButton label={`Actions for ${list.name}`} icon={<EllipsisVertical />} variant="secondary" size="sm" />
        }
      >
        {editable && (
          <>
            <MenuItem icon={<Pencil />} onSelect={() => setOpen("change")}>
              Change name and days
            </MenuItem>
            <MenuItem icon={<Copy />} onSelect={() => setOpen("copy")}>
              Copy to new days
            </MenuItem>
            <MenuItem icon={<FileUp />} onSelect={() => setOpen("import")}>
              Import prices (CSV)
            </MenuItem>
          </>
        )}
        <MenuItem icon={<Download />} onSelect={() => window.location.assign(`/api/prices/${list.id}/export`)}>
          Export prices (CSV)
        </MenuItem>
        {editable && (
          <>
            <MenuSeparator />
            <MenuItem icon={<Archive />} onSelect={() => archive.run({ priceListId: list.id, version: list.version })}>
              Archive
            </MenuItem>
          </>
        )}
      </DropdownMenu>
      <PriceListDialog list={list} currency={currency} today={today} {...shown("change")} />
      <PriceCopyDialog list={list} today={today} {...shown("copy")} />
      <PriceImportDialog list={list} {...shown("import")} />
    </>
  );
}
