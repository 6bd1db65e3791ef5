"use client";

import { useRouter } from "next/navigation";
import { STAGE_LABEL } from "@/lib/cases/vocabulary";
import { undoComplete } from "@/lib/workflow/actions";
import type { Advanced } from "@/lib/workflow/complete";
import { UNREACHABLE } from "../forms/action-result";
import { refusalText } from "../forms/use-action";
import { toast } from "../ui/toast";
import { focusWork } from "./use-move";

/** Says what was completed and where it goes; a completion (not a passed check) can be taken back for a moment. */
export function useCompleted(words: string, done: "Completed" | "Passed") {
  const takeBack = useTakeBackCompletion();
  return ({ items, stages }: Advanced) => {
    const next = [...new Set(items.map((item) => STAGE_LABEL[item.next].toLowerCase()))].join(" and ");
    if (done === "Passed") toast.success(`Passed ${words}`);
    else toast.undo(`Completed ${words}. Goes on to ${next}.`, () => takeBack(stages, words));
    focusWork();
  };
}

/** Takes a completion back from its toast, which may outlive the button. */
export function useTakeBackCompletion() {
  const router = useRouter();
  return async (stages: Advanced["stages"], words: string) => {
    try {
      const answer = await undoComplete({ stages });
      if (answer.ok) toast.success(`Took back the completion of ${words}`);
      else toast.error(refusalText(answer));
    } catch {
      toast.error(UNREACHABLE);
    }
    router.refresh();
  };
}
