"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { openScanned } from "@/lib/workflow/actions";
import { refusalText, useAction } from "../forms/use-action";
import { ScanField } from "./scan-field";

/** Opens the case behind a scanned code: on the bench, or at `receiving` while it waits to be received. */
export function OpenByScan({ at }: { at: "bench" | "receiving" }) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const { run, pending } = useAction(openScanned, {
    onSuccess: ({ id, status }) => {
      setProblem(null);
      router.push(at === "receiving" && status !== "submitted" ? `/cases/${id}` : `/${at}/${id}`);
    },
    onRefused: (refusal) => setProblem(refusalText(refusal)),
  });
  return (
    <ScanField
      label="Scan a ticket or a pan to open its case"
      placeholder="Scan a ticket or a pan"
      onCode={(code) => run({ code })}
      pending={pending}
      problem={problem}
    />
  );
}
