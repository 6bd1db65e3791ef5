"use client";

import { Ban, CalendarClock, CirclePause, CirclePlay, Copy, Ellipsis, PackageOpen, Printer } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { Button, IconButton, LinkButton } from "@/components/ui/button";
import { DropdownMenu, MenuItem } from "@/components/ui/dropdown-menu";
import { toast } from "@/components/ui/toast";
import { holdAgain, releaseCase } from "@/lib/cases/actions";
import type { ReasonChoice } from "@/lib/cases/reason";
import { CancelDialog } from "./cancel-dialog";
import { DueDialog } from "./due-dialog";
import { HoldDialog } from "./hold-dialog";
import { type TryInChoice, TryInDialog } from "./try-ins/try-in-dialog";

type CaseActionsProps = {
  caseId: string;
  version: number;
  number: string;
  onHold: boolean;
  dueOn: string;
  transitDays: number;
  today: string;
  /** What this person may do with the case as it stands. */
  may: { hold: boolean; edit: boolean; cancel: boolean; submit: boolean };
  /** The items this person may send out for a try-in. */
  tryIns: readonly TryInChoice[];
  holdReasons: readonly ReasonChoice[];
  cancelReasons: readonly ReasonChoice[];
};

/** What can be done with a case: its ticket, hold and release (each taken back by undo), its date, and cancelling it. */
export function CaseActions(props: CaseActionsProps) {
  const { caseId, number, onHold, may } = props;
  const router = useRouter();
  const [open, setOpen] = useState<"hold" | "due" | "cancel" | "try_in" | null>(null);
  const seen = { caseId, version: props.version };
  const dialog = (name: typeof open) => ({
    open: open === name,
    onOpenChange: (on: boolean) => setOpen(on ? name : null),
  });
  const done = () => {
    setOpen(null);
    router.refresh();
  };
  const undoHold = useAction(releaseCase, { onSuccess: done });
  const undoRelease = useAction(holdAgain, { onSuccess: done });
  const release = useAction(releaseCase, {
    onSuccess: ({ version, movedDays }) => {
      const moved = movedDays > 0 ? `, dates moved by ${movedDays} working ${movedDays === 1 ? "day" : "days"}` : "";
      toast.undo(`${number} goes on${moved}`, () => undoRelease.run({ caseId, version }));
      done();
    },
  });
  const held = (version: number) => {
    toast.undo(`${number} is on hold`, () => undoHold.run({ caseId, version }));
    done();
  };
  return (
    <>
      <LinkButton href={`/cases/${caseId}/ticket`} icon={<Printer aria-hidden />}>
        Ticket
      </LinkButton>
      {may.hold && onHold && (
        <Button
          variant="primary"
          icon={<CirclePlay aria-hidden />}
          loading={release.pending}
          onClick={() => release.run(seen)}
        >
          Release
        </Button>
      )}
      {may.hold && !onHold && (
        <Button icon={<CirclePause aria-hidden />} onClick={() => setOpen("hold")}>
          Hold
        </Button>
      )}
      {(may.edit || may.cancel || may.submit || props.tryIns.length > 0) && (
        <DropdownMenu label="More" trigger={<IconButton label="More" variant="secondary" icon={<Ellipsis />} />}>
          {may.edit && (
            <MenuItem icon={<CalendarClock aria-hidden />} onSelect={() => setOpen("due")}>
              Change the due date
            </MenuItem>
          )}
          {props.tryIns.length > 0 && (
            <MenuItem icon={<PackageOpen aria-hidden />} onSelect={() => setOpen("try_in")}>
              Send out for a try-in
            </MenuItem>
          )}
          {may.submit && (
            <MenuItem icon={<Copy aria-hidden />} href={`/cases/new?copy=${caseId}`}>
              Order again
            </MenuItem>
          )}
          {may.cancel && (
            <MenuItem icon={<Ban aria-hidden />} tone="danger" onSelect={() => setOpen("cancel")}>
              Cancel the case
            </MenuItem>
          )}
        </DropdownMenu>
      )}
      <HoldDialog {...dialog("hold")} seen={seen} reasons={props.holdReasons} today={props.today} onHeld={held} />
      <DueDialog
        {...dialog("due")}
        seen={seen}
        dueOn={props.dueOn}
        transitDays={props.transitDays}
        today={props.today}
        onChanged={() => {
          toast.success("Due date changed");
          done();
        }}
      />
      <TryInDialog
        {...dialog("try_in")}
        choices={props.tryIns}
        onSent={() => {
          toast.success("It waits to be shipped for its try-in");
          done();
        }}
      />
      <CancelDialog
        {...dialog("cancel")}
        seen={seen}
        number={number}
        reasons={props.cancelReasons}
        onCancelled={() => {
          toast.success(`${number} is cancelled`);
          done();
        }}
      />
    </>
  );
}
