"use client";

import { Slot } from "radix-ui/slot";
import { type ComponentType, type KeyboardEvent, type ReactNode, useEffect, useState } from "react";
import { useLazy } from "./use-lazy";

export type Anchored = { trigger: ReactNode; open: boolean; onOpenChange: (open: boolean) => void };

type LazyTriggerProps<Props> = {
  trigger: ReactNode;
  popup: "menu" | "dialog";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  load: () => Promise<ComponentType<Props & Anchored>>;
  panel: Props;
};

/**
 * A button with a panel beside it whose code is fetched when the button is first pressed (and got ready when it is
 * hovered or focused). Until then only the button is there; after that the panel's own trigger takes its place.
 */
export function LazyTrigger<Props extends object>(props: LazyTriggerProps<Props>) {
  const { trigger, popup, load, panel } = props;
  const [own, setOwn] = useState(false);
  const [Panel, fetchPanel] = useLazy(load);
  const open = props.open ?? own;
  useEffect(() => {
    if (open) void fetchPanel();
  }, [open, fetchPanel]);
  const change = (next: boolean) => {
    setOwn(next);
    props.onOpenChange?.(next);
  };
  if (Panel) return <Panel {...panel} trigger={trigger} open={open} onOpenChange={change} />;
  const warm = () => void load();
  const show = async () => {
    await fetchPanel();
    change(true);
  };
  const arrow = (event: KeyboardEvent) => {
    if (popup !== "menu" || event.key !== "ArrowDown") return;
    event.preventDefault();
    void show();
  };
  return (
    <Slot
      aria-haspopup={popup}
      aria-expanded={false}
      onPointerEnter={warm}
      onFocus={warm}
      onKeyDown={arrow}
      onClick={show}
    >
      {trigger}
    </Slot>
  );
}
