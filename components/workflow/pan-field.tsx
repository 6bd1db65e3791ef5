"use client";

import { CircleCheck, Plus } from "lucide-react";
import Link from "next/link";
import { type KeyboardEvent, useRef, useState } from "react";
import { useFormContext } from "react-hook-form";
import { lookUpPan } from "@/lib/workflow/actions";
import type { Pan } from "@/lib/workflow/pans";
import { Field } from "../forms/field";
import { refusalText, useAction } from "../forms/use-action";
import { Button } from "../ui/button";
import { Input } from "../ui/input";
import { useScanner } from "./use-scanner";

/**
 * Takes the pan's code from a scanner or the keyboard. Enter looks it up rather than sending the form: a scanner ends every code with
 * it, and what it says, free, in use by which case or not there yet, is worth seeing first.
 */
export function PanField() {
  const form = useFormContext<{ pan: string; createPan: boolean }>();
  const element = useRef<HTMLInputElement | null>(null);
  const [looked, setLooked] = useState<{ code: string; pan: Pan | null } | null>(null);
  const code = form.watch("pan").trim();
  const make = form.watch("createPan");
  useScanner(element);
  const { run, pending } = useAction(lookUpPan, {
    onSuccess: ({ pan }) => setLooked({ code, pan }),
    onRefused: (refusal) => form.setError("pan", { message: refusalText(refusal) }),
  });
  const look = () => {
    if (!code || looked?.code === code) return;
    form.clearErrors("pan");
    form.setValue("createPan", false);
    run({ code });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || looked?.code === code) return;
    event.preventDefault();
    look();
  };
  const { ref, onBlur, ...field } = form.register("pan");
  const answer = looked?.code === code ? looked : null;
  return (
    <div className="flex flex-col gap-2">
      <Field name="pan" label="Pan" hint="Scan the code of the tray, or type it and press Enter.">
        <Input
          {...field}
          ref={(node) => {
            ref(node);
            element.current = node;
          }}
          onBlur={(event) => {
            onBlur(event);
            look();
          }}
          onKeyDown={onKeyDown}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={40}
          className="h-control-lg text-lg"
        />
      </Field>
      <div role="status" className="flex min-h-5 items-center text-sm">
        {pending && <span className="text-muted">Looking…</span>}
        {!pending && answer?.pan && !answer.pan.usedBy && (
          <span className="flex items-center gap-1.5 font-medium text-success-text">
            <CircleCheck aria-hidden className="size-4" /> Pan {answer.pan.code} is free
          </span>
        )}
        {!pending && answer?.pan?.usedBy && (
          <span className="font-medium text-danger-text">
            Pan {answer.pan.code} carries case{" "}
            <Link href={`/bench/${answer.pan.usedBy.id}`} className="underline">
              {answer.pan.usedBy.number}
            </Link>
            . Take another one.
          </span>
        )}
        {!pending && answer && !answer.pan && (
          <span className="flex flex-wrap items-center gap-2">
            {make ? `Pan ${code} will be made.` : `There is no pan ${code} yet.`}
            {!make && (
              <Button icon={<Plus />} onClick={() => form.setValue("createPan", true)}>
                Make pan {code}
              </Button>
            )}
          </span>
        )}
      </div>
    </div>
  );
}
