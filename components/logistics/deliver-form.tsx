"use client";

import { PackageCheck } from "lucide-react";
import dynamic from "next/dynamic";
import { type SubmitEvent, useEffect, useState } from "react";
import { confirmDelivery } from "@/lib/logistics/actions";
import { inkOf, type Signature } from "@/lib/logistics/signature";
import { Field } from "../forms/field";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { Skeleton } from "../ui/states";
import { toast } from "../ui/toast";
import { RoadNotice } from "./road-notice";
import { useRoadCommand } from "./use-road-command";

const SignatureField = dynamic(() => import("./signature-field").then((m) => m.SignatureField), {
  ssr: false,
  loading: () => <Skeleton className="h-52" />,
});

type Draft = { receiver: string; signature: Signature | null };
type DeliverFormProps = { stopId: string; practice: string; onDone: () => void };

/** Who received it and their signature. Both stay on the phone until the lab has them, even if the page is closed. */
export function DeliverForm({ stopId, practice, onDone }: DeliverFormProps) {
  const [draft, setDraft] = useState<Draft>(() => kept(stopId));
  const [errors, setErrors] = useState<{ receiver?: string; signature?: string }>({});
  const command = useRoadCommand(confirmDelivery, () => {
    forget(stopId);
    toast.success(`Delivered to ${practice}`);
    onDone();
  });
  useEffect(() => keep(stopId, draft), [stopId, draft]);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const receiver = draft.receiver.trim();
    const found = {
      receiver: receiver.length < 2 ? "Write the name of who received it." : undefined,
      signature: !draft.signature || inkOf(draft.signature) < 40 ? "Ask the receiver to sign." : undefined,
    };
    setErrors(found);
    if (found.receiver) event.currentTarget.querySelector<HTMLInputElement>("input")?.focus();
    if (found.receiver || !draft.signature || found.signature) return;
    command.send({ stopId, receiver, signature: draft.signature });
  };
  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <RoadNotice command={command} />
      <Field label="Received by" required error={errors.receiver}>
        <Input
          autoComplete="off"
          autoCapitalize="words"
          maxLength={120}
          value={draft.receiver}
          onChange={(event) => setDraft({ ...draft, receiver: event.target.value })}
        />
      </Field>
      <SignatureField
        initial={draft.signature}
        error={errors.signature}
        onChange={(signature) => setDraft((before) => ({ ...before, signature }))}
      />
      <Button
        type="submit"
        variant="primary"
        size="lg"
        icon={<PackageCheck />}
        loading={command.pending}
        className="w-full"
      >
        Confirm delivery
      </Button>
    </form>
  );
}

const keyOf = (stopId: string) => `casepan.delivery.${stopId}`;

function kept(stopId: string): Draft {
  const nothing = { receiver: "", signature: null };
  if (typeof window === "undefined") return nothing;
  try {
    return { ...nothing, ...JSON.parse(window.localStorage.getItem(keyOf(stopId)) ?? "{}") };
  } catch {
    return nothing;
  }
}

function keep(stopId: string, draft: Draft) {
  if (!draft.receiver && !draft.signature) return;
  try {
    window.localStorage.setItem(keyOf(stopId), JSON.stringify(draft));
  } catch {
    // A phone that keeps nothing (private mode, full) still has the open page.
  }
}

function forget(stopId: string) {
  try {
    window.localStorage.removeItem(keyOf(stopId));
  } catch {
    // As above: there is nothing to forget then.
  }
}
