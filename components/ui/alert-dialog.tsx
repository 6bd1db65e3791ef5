"use client";

import * as Radix from "radix-ui/alert-dialog";
import type { ReactNode } from "react";
import { Button } from "./button";

type AlertDialogProps = {
  title: string;
  /** What will happen, and what cannot be undone. */
  description: ReactNode;
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** The verb, e.g. "Void invoice". */
  confirm: string;
  cancel?: string;
  tone?: "danger" | "primary";
  onConfirm: () => void;
};

/** Asks before something that cannot be undone. For the rest act at once and offer `toast.undo`. */
export function AlertDialog(props: AlertDialogProps) {
  const {
    title,
    description,
    trigger,
    open,
    onOpenChange,
    confirm,
    cancel = "Cancel",
    tone = "danger",
    onConfirm,
  } = props;
  return (
    <Radix.Root open={open} onOpenChange={onOpenChange}>
      {trigger && <Radix.Trigger asChild>{trigger}</Radix.Trigger>}
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-50 animate-[fade-in_120ms] bg-overlay" />
        <Radix.Content className="fixed top-1/2 left-1/2 z-50 w-[calc(100%-2rem)] max-w-md -translate-1/2 rounded-xl border bg-raised p-5 shadow-high outline-none">
          <Radix.Title className="text-lg font-semibold tracking-tight">{title}</Radix.Title>
          <Radix.Description className="mt-1 text-sm text-muted">{description}</Radix.Description>
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
