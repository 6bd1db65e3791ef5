"use client";

import { Box } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { CaseFile } from "@/lib/files/rows";
import { FileContent, isScan } from "./file-content";

type OpenScanProps = {
  /** The files of the case, as `filesOfCase` answers them; those that are no scans are left out. */
  files: readonly CaseFile[];
  size?: "sm" | "md" | "lg";
  /** Where a picture of them is kept; null where the reader may add none. */
  keepAt: ComponentProps<typeof FileContent>["keepAt"];
};

/** A button that shows a case's scans over the page, all together; nothing where there are none. */
export function OpenScan({ files, size = "md", keepAt }: OpenScanProps) {
  const scans = files.filter(isScan);
  const [current, setCurrent] = useState(scans[0]?.id);
  const shown = scans.find(({ id }) => id === current) ?? scans[0];
  if (!shown) return null;
  return (
    <Dialog
      size="xl"
      title={scans.length === 1 ? shown.name : `${scans.length} scans`}
      trigger={
        <Button size={size} icon={<Box aria-hidden />}>
          {scans.length === 1 ? "Open the scan" : `Open ${scans.length} scans`}
        </Button>
      }
    >
      <FileContent files={scans} shown={shown} onChoose={setCurrent} keepAt={keepAt} />
    </Dialog>
  );
}
