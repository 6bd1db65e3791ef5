"use client";

import { Search } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { buttonClass } from "../ui/button";
import { cn } from "../ui/cn";
import { Kbd } from "../ui/kbd";
import { useLazy } from "../ui/use-lazy";
import { useRecentCases } from "./use-recent-cases";

const load = () => import("./palette-panel").then((module) => module.PalettePanel);

type PaletteButtonProps = {
  /** Address of the page with all results. */
  searchHref: string;
};

/** The way to everything: opens the command palette, with Ctrl K or ⌘ K from anywhere. Its code is fetched when first wanted. */
export function PaletteButton({ searchHref }: PaletteButtonProps) {
  const [open, setOpen] = useState(false);
  const [Panel, fetchPanel] = useLazy(load);
  const button = useRef<HTMLButtonElement>(null);
  useRecentCases();

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key === "Control" || event.key === "Meta") void load(); // the K is likely to follow
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, []);
  useEffect(() => {
    if (open) void fetchPanel();
  }, [open, fetchPanel]);

  return (
    <div className="@container">
      <button
        ref={button}
        type="button"
        aria-haspopup="dialog"
        aria-expanded={open}
        aria-keyshortcuts="Control+K Meta+K"
        onPointerEnter={load}
        onFocus={load}
        onClick={() => setOpen(true)}
        className={cn(
          buttonClass({ variant: "secondary" }),
          "w-full max-w-72 justify-start text-muted max-sm:ml-auto max-sm:flex max-sm:size-11 max-sm:justify-center max-sm:border-transparent max-sm:bg-transparent max-sm:px-0 @max-[9rem]:justify-center @max-[9rem]:px-0",
        )}
      >
        <Search aria-hidden />
        <span className="min-w-0 truncate text-left sm:flex-1 @max-[9rem]:sr-only">Search or go to</span>
        <span aria-hidden className="flex gap-0.5 max-lg:hidden @max-[14rem]:hidden">
          <Kbd>Ctrl</Kbd>
          <Kbd>K</Kbd>
        </span>
      </button>
      {Panel && <Panel open={open} onOpenChange={setOpen} searchHref={searchHref} opener={button} />}
    </div>
  );
}
