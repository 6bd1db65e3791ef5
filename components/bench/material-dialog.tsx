"use client";

import { ScanBarcode, X } from "lucide-react";
import { useState } from "react";
import { findLotToUse } from "@/lib/inventory/use/actions";
import { UNREACHABLE } from "../forms/action-result";
import { Field } from "../forms/field";
import { refusalText } from "../forms/use-action";
import { Button, IconButton } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { ScanField } from "../workflow/scan-field";
import type { ChosenLot, SharedLine } from "./chosen-lots";

type MaterialDialogProps = { line: SharedLine; own: ChosenLot | undefined; onChosen: (chosen: ChosenLot) => void };

/** Scans the lot in hand for a line of the bill, by scanner or camera, or says another quantity and why. */
export function MaterialDialog({ line, own, onChosen }: MaterialDialogProps) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      title={line.what}
      description={`The bill takes ${line.quantity} ${line.unit}.`}
      trigger={
        <Button size="lg" icon={<ScanBarcode aria-hidden />}>
          Change<span className="sr-only"> {line.what}</span>
        </Button>
      }
    >
      <Change
        line={line}
        own={own}
        onChosen={(chosen) => {
          onChosen(chosen);
          setOpen(false);
        }}
      />
    </Dialog>
  );
}

function Change({ line, own, onChosen }: MaterialDialogProps) {
  const [lots, setLots] = useState<ChosenLot["lots"]>(own?.lots ?? []);
  const [quantity, setQuantity] = useState(own?.quantity ?? "");
  const [reason, setReason] = useState(own?.reason ?? "");
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const scan = async (code: string) => {
    setPending(true);
    try {
      const answer = await findLotToUse({ stageId: line.stageIds[0] as string, lineId: line.lineId, code });
      setProblem(answer.ok ? null : refusalText(answer));
      if (answer.ok) setLots((before) => [...before.filter(({ id }) => id !== answer.data.id), answer.data]);
    } catch {
      setProblem(UNREACHABLE);
    }
    setPending(false);
  };
  const isNumber = /^\d{1,6}(\.\d{1,3})?$/.test(quantity.trim());
  const said = quantity.trim() !== "";
  const ready = said ? isNumber && reason.trim() !== "" : lots.length > 0;
  return (
    <div className="flex flex-col gap-4">
      <ScanField label="Lot in hand" placeholder="Scan or type the lot" onCode={scan} pending={pending} large />
      {problem && <Notice tone="danger" title={problem} />}
      {lots.length > 0 && (
        <ul aria-label="Lots in hand" className="flex flex-col gap-1 text-sm">
          {lots.map(({ id, number }) => (
            <li key={id} className="flex items-center gap-2">
              <span className="flex-1 font-medium">Lot {number}</span>
              <IconButton
                label={`Not lot ${number}`}
                icon={<X />}
                onClick={() => setLots((before) => before.filter((lot) => lot.id !== id))}
              />
            </li>
          ))}
        </ul>
      )}
      <div className="grid gap-3 sm:grid-cols-2">
        <Field
          label={`Other quantity (${line.unit})`}
          hint={line.stageIds.length > 1 ? "For each item." : "Blank: as the bill says."}
          error={said && !isNumber ? "A number such as 0.25." : undefined}
        >
          <Input
            inputMode="decimal"
            autoComplete="off"
            value={quantity}
            onChange={(e) => setQuantity(e.target.value)}
          />
        </Field>
        {said && (
          <Field label="Why" required>
            <Input maxLength={200} value={reason} onChange={(e) => setReason(e.target.value)} />
          </Field>
        )}
      </div>
      <Button
        variant="primary"
        size="lg"
        disabled={!ready}
        onClick={() =>
          onChosen({
            lineId: line.lineId,
            lots: lots.map(({ id, number }) => ({ id, number })),
            ...(said ? { quantity: quantity.trim(), reason: reason.trim() } : {}),
          })
        }
      >
        Use this
      </Button>
    </div>
  );
}
