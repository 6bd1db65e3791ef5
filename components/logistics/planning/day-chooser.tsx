"use client";

import { useRouter } from "next/navigation";
import { DateInput } from "../../ui/input";

/** Goes to the routes of a day that is chosen. */
export function DayChooser({ day }: { day: string }) {
  const router = useRouter();
  return (
    <DateInput
      key={day}
      aria-label="Day"
      defaultValue={day}
      onChange={(event) => {
        const chosen = event.target.value;
        if (/^20\d\d-\d\d-\d\d$/.test(chosen)) router.push(`/routes?day=${chosen}`);
      }}
      className="w-36"
    />
  );
}
