"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useFieldArray } from "react-hook-form";
import type { ItemChoice } from "@/lib/inventory/items/read-item";
import { undoMovements } from "@/lib/inventory/ledger/actions";
import { lookUpCode, receiveDelivery } from "@/lib/inventory/lots/actions";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { refusalText, useAction } from "../../forms/use-action";
import { useActionForm } from "../../forms/use-action-form";
import { Button, LinkButton } from "../../ui/button";
import { Panel } from "../../ui/card";
import { type Option, Select } from "../../ui/select";
import { toast } from "../../ui/toast";
import { ScanField } from "../../workflow/scan-field";
import { ReceiveLine } from "./receive-line";
import { sendCertificate } from "./send-certificate";

export type LineValues = {
  itemId: string;
  lotNumber: string;
  expiresOn: string;
  quantity: string;
  unitCost: string;
  locationId: string;
};
export type ReceiveValues = { supplierId: string; lines: LineValues[] };

const lineOf = (item: ItemChoice | null, lotNumber = "", expiresOn = ""): LineValues => ({
  ...{ itemId: item?.id ?? "", lotNumber, expiresOn, quantity: "", locationId: item?.locationId ?? "" },
  unitCost: item?.unitCost ?? "",
});
type ReceiveProps = { first: ItemChoice | null; suppliers: Option[]; locations: Option[]; currency: string };

/** Books a delivery line by line; a scanned package fills item, lot and expiry. */
export function ReceiveForm({ first, suppliers, locations, currency }: ReceiveProps) {
  const router = useRouter();
  const [key] = useState(() => crypto.randomUUID());
  const [items, setItems] = useState<Record<string, ItemChoice>>(first ? { [first.id]: first } : {});
  const [problem, setProblem] = useState<string | null>(null);
  const [looking, setLooking] = useState(false);
  const files = useRef(new Map<string, File>());
  const undo = useAction(undoMovements, { onSuccess: () => router.refresh() });
  const form = useActionForm(receiveDelivery, {
    defaultValues: { supplierId: "", lines: [lineOf(first)] } as ReceiveValues,
    toInput: (values: ReceiveValues) => ({ ...values, idempotencyKey: key }),
    onSuccess: async (lots) => {
      const sent = await Promise.all(
        lots.map(({ lotId, position }) => {
          const file = files.current.get(rows.fields[position]?.id ?? "");
          return file ? sendCertificate(lotId, file) : null;
        }),
      );
      for (const words of sent) if (words) toast.error(words);
      toast.undo(lots.length === 1 ? "Delivery booked" : `Delivery of ${lots.length} lines booked`, () =>
        undo.run({
          transactionIds: lots.map(({ transactionId }) => transactionId),
          idempotencyKey: crypto.randomUUID(),
        }),
      );
      router.push(first ? `/inventory/items/${first.id}` : "/inventory");
      router.refresh();
    },
  });
  const rows = useFieldArray({ control: form.control, name: "lines" });
  const know = (item: ItemChoice) => setItems((known) => ({ ...known, [item.id]: item }));

  const scan = async (code: string) => {
    setLooking(true);
    setProblem(null);
    const answer = await lookUpCode({ code }).catch(() => null);
    setLooking(false);
    if (!answer?.ok) return setProblem(answer ? refusalText(answer) : "The code could not be looked up. Try again.");
    const { item, lotNumber, expiresOn } = answer.data;
    know(item);
    const line = lineOf(item, lotNumber ?? "", expiresOn ?? "");
    const same = form
      .getValues("lines")
      .findIndex((one) => one.itemId === item.id && one.lotNumber === line.lotNumber && /^\d*$/.test(one.quantity));
    if (same >= 0) {
      const before = Number(form.getValues(`lines.${same}.quantity`) || "0");
      return form.setValue(`lines.${same}.quantity`, String(before + 1));
    }
    const empty = form
      .getValues("lines")
      .findIndex((one) => one.itemId === "" || (one.itemId === item.id && !one.lotNumber && !one.quantity));
    if (empty >= 0) rows.update(empty, { ...line, quantity: "1" });
    else rows.append({ ...line, quantity: "1" }, { shouldFocus: false });
  };

  return (
    <div className="max-w-5xl">
      <div className="mb-4">
        <ScanField
          label="Scan a package"
          placeholder="Scan the barcode on a package"
          onCode={(code) => void scan(code)}
          pending={looking}
          problem={problem}
        />
      </div>
      <Form form={form}>
        <Panel title="Delivery">
          <div className="grid gap-4 sm:grid-cols-2">
            <Field name="supplierId" label="From">
              <Select options={suppliers} placeholder="No supplier" {...form.register("supplierId")} />
            </Field>
          </div>
        </Panel>
        {rows.fields.map((row, i) => (
          <ReceiveLine
            key={row.id}
            form={form}
            position={i}
            item={items[form.watch(`lines.${i}.itemId`)] ?? null}
            locations={locations}
            currency={currency}
            onItem={(item) => {
              know(item);
              form.setValue(`lines.${i}.itemId`, item.id);
              form.setValue(`lines.${i}.unitCost`, item.unitCost);
              form.setValue(`lines.${i}.locationId`, item.locationId ?? "");
            }}
            onFile={(file) => (file ? files.current.set(row.id, file) : files.current.delete(row.id))}
            onRemove={rows.fields.length > 1 ? () => rows.remove(i) : null}
          />
        ))}
        <div className="flex flex-wrap justify-end gap-2">
          <Button icon={<Plus />} onClick={() => rows.append(lineOf(null))} className="mr-auto">
            Add line
          </Button>
          <LinkButton href="/inventory">Cancel</LinkButton>
          <SubmitButton>Book delivery</SubmitButton>
        </div>
      </Form>
    </div>
  );
}
