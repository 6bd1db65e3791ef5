"use client";

import { CircleCheck, TriangleAlert } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { loadScanned } from "@/lib/workflow/batches/actions";
import { UNREACHABLE } from "../forms/action-result";
import { refusalText } from "../forms/use-action";
import { Button } from "../ui/button";
import { ScanField } from "../workflow/scan-field";
import { useSignals } from "./use-signals";

type Said = { tone: "success" | "warning" | "danger"; words: string; code?: string };
const LOOK = {
  success: "border-success-line bg-success-bg text-success-text",
  warning: "border-warning-line bg-warning-bg text-warning-text",
  danger: "border-danger-line bg-danger-bg text-danger-text",
};

/** Scans items and pans into a load, as fast as the scanner types: codes queue up, and each is answered loudly. */
export function LoadScan({ batchId }: { batchId: string }) {
  const router = useRouter();
  const { signal } = useSignals();
  const [said, setSaid] = useState<Said | null>(null);
  const [waiting, setWaiting] = useState(0);
  const line = useRef(Promise.resolve());

  const put = async (code: string, mixed?: boolean) => {
    try {
      const answer = await loadScanned({ batchId, code, mixed });
      if (answer.ok) {
        const { number, items, left } = answer.data;
        const rest = left.map(({ why }) => why).join(" ");
        setSaid({ tone: left.length > 0 ? "warning" : "success", words: `${number}: ${items.join(", ")} in. ${rest}` });
        signal("good");
      } else {
        const kin = answer.reason === "kindred_material";
        setSaid({ tone: kin ? "warning" : "danger", words: refusalText(answer), code: kin ? code : undefined });
        signal("bad");
      }
    } catch {
      setSaid({ tone: "danger", words: `${code}: ${UNREACHABLE}` });
      signal("bad");
    }
    setWaiting((n) => n - 1);
    router.refresh();
  };
  const take = (code: string, mixed?: boolean) => {
    setWaiting((n) => n + 1);
    line.current = line.current.then(() => put(code, mixed));
  };
  const Icon = said?.tone === "success" ? CircleCheck : TriangleAlert;
  return (
    <div className="flex flex-col gap-3">
      <ScanField
        label="Scan a ticket or a pan into the load"
        placeholder="Scan a ticket or a pan"
        onCode={(code) => take(code)}
        pending={waiting > 0}
        large
      />
      <div role={said?.tone === "success" ? "status" : "alert"}>
        {said && (
          <div
            className={`flex flex-wrap items-center gap-3 rounded-lg border p-4 text-xl font-semibold ${LOOK[said.tone]}`}
          >
            <Icon aria-hidden className="size-7 shrink-0" />
            <span className="min-w-0 flex-1 basis-60">{said.words}</span>
            {said.code && (
              <Button className="h-16 px-6 text-lg!" onClick={() => take(said.code as string, true)}>
                Put it in anyway
              </Button>
            )}
          </div>
        )}
      </div>
    </div>
  );
}
