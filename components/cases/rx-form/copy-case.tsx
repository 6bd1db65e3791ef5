"use client";

import { Copy } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useLazy } from "@/components/ui/use-lazy";

const load = () => import("./copy-case-dialog").then((module) => module.CopyCaseDialog);

/** Opens the list of earlier cases to copy from; it is fetched when first asked for. */
export function CopyCase() {
  const [Dialog, fetchDialog] = useLazy(load);
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        size="sm"
        variant="ghost"
        icon={<Copy />}
        onFocus={load}
        onPointerEnter={load}
        onClick={() => void fetchDialog().then(() => setOpen(true))}
      >
        Copy from an earlier case
      </Button>
      {Dialog && <Dialog open={open} onOpenChange={setOpen} />}
    </>
  );
}
