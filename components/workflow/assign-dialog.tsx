"use client";

import { UserRoundCog, Users } from "lucide-react";
import { useState } from "react";
import type { Stage } from "@/lib/cases/vocabulary";
import { assignStages } from "@/lib/workflow/actions";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { ErrorState, LoadingState } from "../ui/states";
import { toast } from "../ui/toast";
import { useMove } from "./use-move";
import { useSuggestedPeople } from "./use-suggested-people";

type AssignProps = {
  caseId: string;
  stage: Stage;
  stages: { id: string; version: number }[];
  assignedToId: string | null;
  words: string;
};

/** Gives work to a person, who can do it best first, or back to everyone. */
export function AssignDialog({ caseId, stage, stages, assignedToId, words }: AssignProps) {
  const [open, setOpen] = useState(false);
  const { run, pending, waiting } = useMove(assignStages, () => toast.success(`Assigned ${words}`));
  const assign = (userId: string | null) => {
    setOpen(false);
    run({ stages, userId });
  };
  return (
    <Dialog
      title={`Assign ${words}`}
      size="sm"
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="lg" variant="ghost" icon={<UserRoundCog />} loading={pending} aria-disabled={waiting}>
          Assign
        </Button>
      }
    >
      <PeopleToAssign caseId={caseId} stage={stage} assignedToId={assignedToId} onChoose={assign} />
    </Dialog>
  );
}

type PeopleProps = Pick<AssignProps, "caseId" | "stage" | "assignedToId"> & {
  onChoose: (userId: string | null) => void;
};

function PeopleToAssign({ caseId, stage, assignedToId, onChoose }: PeopleProps) {
  const { suggestion, wrong, retry } = useSuggestedPeople([caseId], stage);
  if (wrong) return <ErrorState message={wrong} retry={retry} />;
  if (!suggestion) return <LoadingState rows={5} />;
  return (
    <div className="flex flex-col gap-3">
      {suggestion.day && (
        <p className="text-sm text-muted">The lab is shut today: who is there is said for {suggestion.day}.</p>
      )}
      <ul aria-label="People" className="flex flex-col gap-2">
        {suggestion.people.map(({ id, name, fits, why }) => (
          <li key={id}>
            <Choice disabled={id === assignedToId} onChoose={() => onChoose(id)}>
              <span className="flex flex-wrap items-center gap-x-2">
                <span className="font-medium">
                  {name}
                  {id === assignedToId && " (now)"}
                </span>
                {fits && <Badge tone="success">Fits</Badge>}
              </span>
              <span className="text-sm text-muted">{why}</span>
            </Choice>
          </li>
        ))}
        <li>
          <Choice disabled={assignedToId === null} onChoose={() => onChoose(null)}>
            <span className="flex items-center gap-2 font-medium">
              <Users aria-hidden className="size-4" />
              Everyone{assignedToId === null && " (now)"}
            </span>
          </Choice>
        </li>
      </ul>
    </div>
  );
}

type ChoiceProps = { disabled: boolean; onChoose: () => void; children: React.ReactNode };

function Choice({ disabled, onChoose, children }: ChoiceProps) {
  return (
    <button
      type="button"
      disabled={disabled}
      onClick={onChoose}
      className="flex min-h-control-lg w-full flex-col justify-center rounded-md border border-line-strong/60 bg-surface px-4 py-2 text-left text-base hover:bg-hover disabled:cursor-not-allowed disabled:opacity-55"
    >
      {children}
    </button>
  );
}
