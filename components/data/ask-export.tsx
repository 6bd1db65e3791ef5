"use client";

import { PackageOpen } from "lucide-react";
import { useState } from "react";
import { askForExport } from "@/lib/data/export/actions";
import { useAction } from "../forms/use-action";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";

/** Asks for an export of everything; while one is being made there is nothing to press. */
export function AskExport({ underWay }: { underWay: boolean }) {
  const [key, setKey] = useState(() => crypto.randomUUID());
  const { run, pending } = useAction(askForExport, {
    onSuccess: () => {
      setKey(crypto.randomUUID());
      toast.success("The export is being made", "You get a letter when it is ready.");
    },
  });
  return (
    <Button
      variant="primary"
      icon={<PackageOpen aria-hidden />}
      loading={pending}
      disabled={underWay}
      onClick={() => run({ idempotencyKey: key })}
    >
      Export everything
    </Button>
  );
}
