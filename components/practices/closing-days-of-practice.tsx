"use client";

import type { PracticeClosing } from "@/lib/practices/closing-days";
import { closePracticeAgain, closePracticeOn, openPracticeOn } from "@/lib/practices/closing-days-actions";
import { ClosingDaysPanel } from "./closing-days-panel";

type ClosingDaysOfPracticeProps = { practiceId: string; closings: PracticeClosing[]; today: string; editable: boolean };

/** A practice's closing days for the lab's people. */
export function ClosingDaysOfPractice({ practiceId, ...rest }: ClosingDaysOfPracticeProps) {
  return (
    <ClosingDaysPanel
      {...rest}
      add={(days) => closePracticeOn({ ...days, practiceId })}
      remove={openPracticeOn}
      restore={closePracticeAgain}
    />
  );
}
