"use client";

import { Check, ChevronsUpDown } from "lucide-react";
import { useTransition } from "react";
import { DropdownMenu, MenuItem, MenuLabel } from "../ui/dropdown-menu";
import { Spinner } from "../ui/spinner";
import { Mark } from "./mark";
import type { ShellLab } from "./nav";

type LabSwitcherProps = {
  labs: readonly ShellLab[];
  /** Server action that makes the lab the current one and redirects or refreshes. */
  switchLab?: (labId: string) => Promise<unknown>;
  /** What is switched: a lab, or in the portal a practice of one. */
  what: "lab" | "practice";
};

/** The lab or practice one is in; a menu of the others when one belongs to several. */
export function LabSwitcher({ labs, switchLab, what }: LabSwitcherProps) {
  const [pending, startTransition] = useTransition();
  const current = labs.find((lab) => lab.current) ?? labs[0];
  const name = (
    <>
      {pending ? <Spinner className="size-6" /> : <Mark />}
      <span className="line-clamp-2 min-w-0 flex-1 text-left text-sm leading-4 font-semibold rail:sr-only">
        {current?.name ?? "Casepan"}
      </span>
    </>
  );
  if (labs.length < 2 || !switchLab) {
    return <span className="flex min-w-0 flex-1 items-center gap-2 px-1.5 rail:justify-center">{name}</span>;
  }
  return (
    <DropdownMenu
      align="start"
      label={what === "lab" ? "Labs" : "Practices"}
      trigger={
        <button
          type="button"
          aria-label={`${what === "lab" ? "Lab" : "Practice"}: ${current?.name}. Switch ${what}`}
          className="flex h-control min-w-0 flex-1 items-center gap-2 rounded-md px-1.5 hover:bg-hover rail:justify-center"
        >
          {name}
          <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted rail:hidden" />
        </button>
      }
    >
      <MenuLabel>Switch {what}</MenuLabel>
      {labs.map((lab) => (
        <MenuItem
          key={lab.id}
          icon={<Check aria-hidden className={lab.current ? "" : "invisible"} />}
          onSelect={() => {
            if (!lab.current) startTransition(async () => void (await switchLab(lab.id)));
          }}
        >
          {lab.name}
        </MenuItem>
      ))}
    </DropdownMenu>
  );
}
