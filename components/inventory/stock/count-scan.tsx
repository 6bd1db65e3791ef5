"use client";

import { CircleCheck, Minus, OctagonAlert, Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback, useRef, useState } from "react";
import { countByScan } from "@/lib/inventory/counts/actions";
import type { Counted } from "@/lib/inventory/counts/record-count";
import { useSignals } from "../../bench/use-signals";
import { UNREACHABLE } from "../../forms/action-result";
import { Field } from "../../forms/field";
import { refusalText } from "../../forms/use-action";
import { IconButton } from "../../ui/button";
import { Input } from "../../ui/input";
import { Switch } from "../../ui/switch";
import { ScanField } from "../../workflow/scan-field";

type Said = { counted: Counted; quantity: string } | { problem: string };

/**
 * Counts by scan, for one gloved hand: scan a package, and so many of it are added. Scans queue up and are answered one after the
 * other; each keeps its key, so that one that is sent twice counts once.
 */
export function CountScan({ countId }: { countId: string }) {
  const router = useRouter();
  const { on, turn, signal } = useSignals();
  const [quantity, setQuantity] = useState("1");
  const [said, setSaid] = useState<Said | null>(null);
  const [waiting, setWaiting] = useState(0);
  const line = useRef<Promise<void>>(Promise.resolve());
  const whole = Number.parseInt(quantity, 10) || 0;

  const take = useCallback(
    (code: string) => {
      const input = { countId, code, quantity: quantity || "1", idempotencyKey: crypto.randomUUID() };
      const send = async () => {
        const answer = await countByScan(input).catch(() => countByScan(input));
        if (answer.ok) {
          setSaid({ counted: answer.data, quantity: input.quantity });
          signal("good");
          setQuantity("1");
          router.refresh();
        } else {
          setSaid({ problem: refusalText(answer) });
          signal("bad");
        }
      };
      setWaiting((n) => n + 1);
      line.current = line.current
        .then(send)
        .catch(() => {
          setSaid({ problem: UNREACHABLE });
          signal("bad");
        })
        .finally(() => setWaiting((n) => n - 1));
    },
    [countId, quantity, router, signal],
  );

  return (
    <section
      aria-label="Count by scan"
      data-density="touch"
      className="mb-5 flex flex-col gap-3 rounded-lg border bg-surface p-4"
    >
      <ScanField
        label="Scan a package or type a lot number"
        placeholder="Scan a package or type a lot number"
        onCode={take}
        pending={waiting > 0}
        large
      />
      <div className="flex flex-wrap items-end gap-3">
        <Field label="Each scan adds" className="w-56">
          <span className="flex gap-2">
            <IconButton
              label="One less"
              variant="secondary"
              size="lg"
              icon={<Minus />}
              disabled={whole <= 1}
              onClick={() => setQuantity(String(Math.max(1, whole - 1)))}
            />
            <Input
              aria-label="Each scan adds"
              inputMode="decimal"
              autoComplete="off"
              className="h-control-lg text-center text-lg"
              value={quantity}
              onChange={(event) => setQuantity(event.target.value)}
            />
            <IconButton
              label="One more"
              variant="secondary"
              size="lg"
              icon={<Plus />}
              onClick={() => setQuantity(String(whole + 1))}
            />
          </span>
        </Field>
        <Switch label="Sound and vibration" checked={on} onChange={(event) => turn(event.target.checked)} />
      </div>
      <div>
        <div role="alert">
          {said && "problem" in said && (
            <p className="flex items-center gap-3 rounded-lg border-2 border-danger-line bg-danger-bg p-4 text-lg font-semibold text-danger-text">
              <OctagonAlert aria-hidden className="size-7 shrink-0" />
              {said.problem}
            </p>
          )}
        </div>
        <div role="status">
          {said && "counted" in said && (
            <p className="flex items-center gap-3 rounded-lg border-2 border-success-line bg-success-bg p-4 text-lg font-semibold text-success-text">
              <CircleCheck aria-hidden className="size-7 shrink-0" />
              <span>
                +{said.quantity} {said.counted.item}, lot {said.counted.lotNumber}: {said.counted.counted}{" "}
                {said.counted.unit} counted
                {said.counted.turnedUp && ". This lot was not expected here."}
              </span>
            </p>
          )}
        </div>
      </div>
    </section>
  );
}
