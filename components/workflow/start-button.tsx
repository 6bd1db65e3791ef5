"use client";

import { Check, Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { completeStages, resumeStages, startStages, undoStart } from "@/lib/workflow/actions";
import { UNREACHABLE } from "../forms/action-result";
import { refusalText } from "../forms/use-action";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";
import { useMaterials } from "./materials-context";
import { useCompleted } from "./use-completed";
import { useMove } from "./use-move";

type SeenStages = { id: string; version: number }[];
type StartProps = { stages: SeenStages; takeOver: boolean; words: string; move: "start" | "resume" | "complete" };

/** The one tap that goes on with work: start (which can be taken back), resume, complete. */
export function StartButton({ stages, takeOver, words, move }: StartProps) {
  const takeBack = useTakeBack(words);
  const start = useMove(startStages, (started) => {
    if (started.tookOver) toast.success(`Took over ${words}`);
    else toast.undo(`Started ${words}`, () => takeBack(started.stages, started.wasAssigned));
  });
  const resume = useMove(resumeStages, () => toast.success(`Resumed ${words}`));
  const complete = useMove(completeStages, useCompleted(words, "Completed"));
  const materials = useMaterials(stages);
  const { pending, waiting } = { start, resume, complete }[move];
  const press = () =>
    move === "complete"
      ? complete.run({ stages, takeOver, materials })
      : { start, resume }[move].run({ stages, takeOver });
  const label = { start: "Start", resume: "Resume", complete: "Complete" }[move];
  return (
    <Button
      size="lg"
      variant="primary"
      icon={move === "complete" ? <Check /> : <Play />}
      loading={pending}
      aria-disabled={waiting}
      onClick={press}
      className="max-sm:flex-1"
    >
      {takeOver ? `Take over and ${label.toLowerCase()}` : label}
    </Button>
  );
}

/** Takes a start back from its toast, which may outlive the button. */
function useTakeBack(words: string) {
  const router = useRouter();
  return async (stages: SeenStages, keepAssigned: boolean) => {
    try {
      const answer = await undoStart({ stages, keepAssigned });
      if (answer.ok) toast.success(`Took back the start of ${words}`);
      else toast.error(refusalText(answer));
    } catch {
      toast.error(UNREACHABLE, { retry: () => undoStart({ stages, keepAssigned }).then(() => router.refresh()) });
    }
    router.refresh();
  };
}
