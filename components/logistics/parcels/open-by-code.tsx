"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { openParcel } from "@/lib/logistics/parcels/actions";
import { refusalText, useAction } from "../../forms/use-action";
import { ScanField } from "../../workflow/scan-field";

/** Opens the shipment behind a scanned code, or where its case is packed. */
export function OpenByCode() {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const { run, pending } = useAction(openParcel, {
    onSuccess: (opened) => {
      setProblem(null);
      router.push(
        "shipmentId" in opened
          ? `/shipments/${opened.shipmentId}`
          : `/shipments/pack/${opened.practiceId}?case=${opened.caseId}`,
      );
    },
    onRefused: (refusal) => setProblem(refusalText(refusal)),
  });
  return (
    <div className="max-w-md">
      <ScanField
        label="Scan a parcel, a case or a pan to open its shipment"
        placeholder="Scan a parcel, case or pan"
        onCode={(code) => run({ code })}
        pending={pending}
        problem={problem}
      />
    </div>
  );
}
