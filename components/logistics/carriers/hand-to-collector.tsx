"use client";

import { Handshake } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useState } from "react";
import { handToCollector } from "@/lib/logistics/carriers/actions";
import type { Signature } from "@/lib/logistics/signature";
import { Field } from "../../forms/field";
import { refusalText, useAction } from "../../forms/use-action";
import { Button } from "../../ui/button";
import { Checkbox } from "../../ui/checkbox";
import { Dialog } from "../../ui/dialog";
import { Input } from "../../ui/input";
import { Skeleton } from "../../ui/states";
import { toast } from "../../ui/toast";

const SignatureField = dynamic(() => import("../../driver/signature-field").then((m) => m.SignatureField), {
  ssr: false,
  loading: () => <Skeleton className="h-52" />,
});

type Shipment = { id: string; number: string; version: number };

/** Hands a shipment to whoever stands at the lab's door: a name, and a signature where one is wanted. */
export function HandToCollector({ shipment }: { shipment: Shipment }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      title={`Hand over ${shipment.number}`}
      size="sm"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="primary" icon={<Handshake />}>
          Collected
        </Button>
      }
    >
      <Fields shipment={shipment} close={() => setOpen(false)} />
    </Dialog>
  );
}

function Fields({ shipment, close }: { shipment: Shipment; close: () => void }) {
  const router = useRouter();
  const [idempotencyKey] = useState(() => crypto.randomUUID());
  const [receiver, setReceiver] = useState("");
  const [signs, setSigns] = useState(false);
  const [signature, setSignature] = useState<Signature | null>(null);
  const [errors, setErrors] = useState<{ receiver?: string; signature?: string }>({});
  const { run, pending } = useAction(handToCollector, {
    onSuccess: ({ number }) => {
      toast.success(`${number} handed over to ${receiver}`);
      close();
      router.refresh();
    },
    onRefused: (refusal) => setErrors({ receiver: refusalText(refusal) }),
  });
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const found = {
      receiver: receiver.trim().length < 2 ? "Write the name of who collects it." : undefined,
      signature: signs && !signature ? "Ask for the signature, or take the tick off." : undefined,
    };
    setErrors(found);
    if (found.receiver || found.signature) return;
    const { id, version } = shipment;
    run({ id, version, receiver, signature: signs ? signature : null, idempotencyKey });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <Field label="Collected by" required error={errors.receiver}>
        <Input
          autoComplete="off"
          autoCapitalize="words"
          maxLength={120}
          value={receiver}
          onChange={(event) => setReceiver(event.target.value)}
        />
      </Field>
      <Checkbox label="Signs for it" checked={signs} onChange={(event) => setSigns(event.target.checked)} />
      {signs && <SignatureField required initial={signature} onChange={setSignature} error={errors.signature} />}
      <Button type="submit" variant="primary" loading={pending}>
        Hand over
      </Button>
    </form>
  );
}
