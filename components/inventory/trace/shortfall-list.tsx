"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { ToothNotation } from "@/lib/access/actor";
import { itemName } from "@/lib/cases/item-name";
import { STAGE_LABEL } from "@/lib/cases/vocabulary";
import { settleShortfall } from "@/lib/inventory/use/actions";
import type { Shortfall } from "@/lib/inventory/use/shortfalls";
import { Field } from "../../forms/field";
import { Form, SubmitButton } from "../../forms/form";
import { useActionForm } from "../../forms/use-action-form";
import { Button } from "../../ui/button";
import { Dialog } from "../../ui/dialog";
import { Textarea } from "../../ui/input";
import { Select } from "../../ui/select";
import { DateTime } from "../../ui/time";

type ShortfallListProps = { shortfalls: readonly Shortfall[]; notation: ToothNotation; maySettle: boolean };

/** What is short, with the case it went into and the way to settle it. */
export function ShortfallList({ shortfalls, notation, maySettle }: ShortfallListProps) {
  return (
    <ul aria-label="Short" className="divide-y rounded-lg border bg-surface">
      {shortfalls.map((short) => (
        <li key={short.id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-3 text-sm">
          <span className="min-w-0 flex-1 basis-64">
            <span className="font-medium">
              {short.missing} {short.unit} of {short.what}
            </span>
            {short.lot && `, lot ${short.lot} in hand`}
            <span className="block text-muted">
              <Link href={`/cases/${short.caseId}`} className="underline">
                {short.caseNumber}
              </Link>
              , {itemName(short, notation)}, {STAGE_LABEL[short.stage].toLowerCase()}
            </span>
          </span>
          <span className="text-muted">
            <DateTime iso={short.at.toISOString()} />, {short.by}
          </span>
          {maySettle && <Settle short={short} />}
        </li>
      ))}
    </ul>
  );
}

function Settle({ short }: { short: Shortfall }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      size="sm"
      title={`${short.missing} ${short.unit} of ${short.what}`}
      description="Enter the delivery first if it was never booked in; then its lot can be chosen here."
      trigger={
        <Button size="sm">
          Settle<span className="sr-only"> {short.caseNumber}</span>
        </Button>
      }
    >
      <SettleForm short={short} close={() => setOpen(false)} />
    </Dialog>
  );
}

function SettleForm({ short, close }: { short: Shortfall; close: () => void }) {
  const router = useRouter();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const form = useActionForm(settleShortfall, {
    defaultValues: {
      id: short.id,
      lotId: short.lots.find(({ id }) => id === short.lotId)?.id ?? "",
      words: "",
      idempotencyKey,
    },
    toInput: ({ lotId, ...rest }) => ({ ...rest, lotId: lotId || null }),
    onSuccess: () => {
      close();
      router.refresh();
    },
  });
  return (
    <Form form={form}>
      <Field name="lotId" label="It came from" hint="It is taken from there and traced to the case.">
        <Select
          {...form.register("lotId")}
          placeholder="No lot is known"
          options={short.lots.map(({ id, number, name, onHand }) => ({
            value: id,
            label: `${number}, ${name} (${onHand} left)`,
          }))}
        />
      </Field>
      <Field name="words" label="What came of it" hint="Needed when no lot is known.">
        <Textarea rows={2} maxLength={500} {...form.register("words")} />
      </Field>
      <SubmitButton className="self-end">Settle</SubmitButton>
    </Form>
  );
}
