"use client";

import { Copy, Pencil, Trash2 } from "lucide-react";
import { Field } from "@/components/forms/field";
import { AlertDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Dialog, DialogClose } from "@/components/ui/dialog";
import { DropdownMenu, MenuItem, MenuSeparator } from "@/components/ui/dropdown-menu";
import { Input } from "@/components/ui/input";
import { Section } from "@/components/ui/page-header";
import { Popover } from "@/components/ui/popover";
import { Sheet } from "@/components/ui/sheet";
import { toast } from "@/components/ui/toast";
import { Tooltip } from "@/components/ui/tooltip";

/** Dialogs, sheets, menus and what else lies over the page. */
export function OverlaysShown() {
  return (
    <Section title="Over the page">
      <Card className="flex flex-wrap gap-2">
        <Dialog
          title="Put on hold"
          description="The case leaves the queues until the hold ends."
          trigger={<Button>Dialog</Button>}
          footer={
            <>
              <DialogClose>
                <Button>Cancel</Button>
              </DialogClose>
              <DialogClose>
                <Button variant="primary" onClick={() => toast.undo("On hold", () => toast.success("Hold ended"))}>
                  Put on hold
                </Button>
              </DialogClose>
            </>
          }
        >
          <Field label="Reason" required>
            <Input />
          </Field>
        </Dialog>
        <Sheet title="C-2026-000123" description="Zirconia crown on 14" trigger={<Button>Sheet</Button>}>
          <p className="text-sm">Rx, files and timeline are looked up here without leaving the list.</p>
        </Sheet>
        <AlertDialog
          title="Void invoice INV-2026-000045?"
          description="A voided invoice keeps its number and cannot be sent again."
          trigger={<Button>Alert dialog</Button>}
          confirm="Void invoice"
          onConfirm={() => toast.success("Invoice voided")}
        />
        <Popover trigger={<Button>Popover</Button>} label="Filters">
          <Field label="Shade">
            <Input />
          </Field>
        </Popover>
        <DropdownMenu trigger={<Button>Menu</Button>} label="Case actions" align="start">
          <MenuItem icon={<Pencil aria-hidden />} onSelect={() => toast.info("Edit")}>
            Edit
          </MenuItem>
          <MenuItem icon={<Copy aria-hidden />} href="/design">
            Remake
          </MenuItem>
          <MenuItem disabled onSelect={() => toast.info("Merge")}>
            Merge
          </MenuItem>
          <MenuSeparator />
          <MenuItem
            icon={<Trash2 aria-hidden />}
            tone="danger"
            onSelect={() => toast.undo("Case removed", () => toast.info("Back"))}
          >
            Remove
          </MenuItem>
        </DropdownMenu>
        <Tooltip text="Ship-by is due minus transit days">
          <Button variant="ghost">Tooltip</Button>
        </Tooltip>
      </Card>
    </Section>
  );
}
