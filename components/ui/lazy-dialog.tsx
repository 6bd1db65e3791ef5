"use client";

import { Slot } from "radix-ui/slot";
import {
  type ComponentType,
  createContext,
  type MouseEvent,
  type ReactNode,
  useContext,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useLazy } from "./use-lazy";

/** What a dialog's panel needs to be opened, closed and left. */
export type PanelControl = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onCloseAutoFocus: (event: Event) => void;
};

export type Opening = {
  /** The button that opens it. Leave out when `open` is controlled. */
  trigger?: ReactNode;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
};

type LazyDialogProps<Props> = Opening & { load: () => Promise<ComponentType<Props & PanelControl>>; panel: Props };

const CloseContext = createContext<() => void>(() => {});

/** A trigger whose panel is fetched when first opened. Focus returns to what had it before. */
export function LazyDialog<Props extends object>({
  trigger,
  open: given,
  onOpenChange,
  load,
  panel,
}: LazyDialogProps<Props>) {
  const [own, setOwn] = useState(false);
  const [Panel, fetchPanel] = useLazy(load);
  const opener = useRef<HTMLElement | null>(null);
  const open = given ?? own;

  useLayoutEffect(() => {
    if (!open) return;
    opener.current = whoOpened();
    void fetchPanel();
  }, [open, fetchPanel]);

  const change = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  const warm = () => void load();
  const press = (event: MouseEvent<HTMLElement>) => {
    event.currentTarget.focus();
    change(true);
  };
  const goBack = (event: Event) => {
    event.preventDefault();
    opener.current?.focus();
  };
  return (
    <>
      {trigger && (
        <Slot aria-haspopup="dialog" aria-expanded={open} onPointerEnter={warm} onFocus={warm} onClick={press}>
          {trigger}
        </Slot>
      )}
      {Panel && (
        <CloseContext value={() => change(false)}>
          <Panel {...panel} open={open} onOpenChange={change} onCloseAutoFocus={goBack} />
        </CloseContext>
      )}
    </>
  );
}

/** What has focus now; for an entry of a menu, which is about to go, the menu's button. */
function whoOpened(): HTMLElement | null {
  const active = document.activeElement;
  const button = active?.closest('[role="menu"]')?.getAttribute("aria-labelledby");
  const found = button ? document.getElementById(button) : active;
  return found instanceof HTMLElement ? found : null;
}

/** Closes the Dialog or Sheet it is in: `<DialogClose><Button>Cancel</Button></DialogClose>`. */
export function DialogClose({ children }: { children: ReactNode }) {
  const close = useContext(CloseContext);
  return <Slot onClick={close}>{children}</Slot>;
}
