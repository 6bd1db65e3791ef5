import type { Danger } from "@/lib/departments/promises/in-danger";

const SHORT = {
  people: "people are away",
  machines: "machines are down",
  people_and_machines: "people are away and machines down",
};

/** Why a case is not finished in time, a sentence: what it waits for, or that the work left is more than the days left. */
export function dangerWords({ waits }: Pick<Danger, "waits">): string {
  if (waits.length === 0) return "The work left takes more days than are left.";
  return waits
    .map(
      ({ department, days, of }) =>
        `Waits ${days.length} ${days.length === 1 ? "day" : "days"} for ${department}${of ? `: ${SHORT[of]}` : ", which is full"}.`,
    )
    .join(" ");
}
