"use client";

import * as Radix from "radix-ui/alert-dialog";
import type { Question } from "./alert-dialog";
import { Button } from "./button";
import type { PanelControl } from "./lazy-dialog";

/** The window of an AlertDialog. */
export function AlertDialogPanel(props: Question & PanelControl) {
  const { title, description, confirm, cancel = "Cancel", tone = "danger", onConfirm } = props;
  return (
    <Radix.Root open={props.open} onOpenChange={props.onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 animate-[fade-in_120ms] bg-overlay" />
        <Radix.Content
          onCloseAutoFocus={props.onCloseAutoFocus}
          className="fixed top-1/2 left-1/2 z-50 w-[calc(100%-2rem)] max-w-md -translate-1/2 rounded-xl border bg-raised p-5 shadow-high outline-none"
        >
          <Radix.Title className="text-lg font-semibold tracking-tight">{title}</Radix.Title>
          <Radix.Description asChild>
            <div className="mt-1 text-sm text-muted">{description}</div>
          </Radix.Description>
          <div className="mt-5 flex flex-wrap justify-end gap-2">
            <Radix.Cancel asChild>
              <Button>{cancel}</Button>
            </Radix.Cancel>
            <Radix.Action asChild>
              <Button variant={tone} onClick={onConfirm}>
                {confirm}
              </Button>
            </Radix.Action>
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
