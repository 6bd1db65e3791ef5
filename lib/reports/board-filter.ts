import { z } from "zod";
import { STAGES, URGENCIES } from "@/lib/cases/vocabulary";

const id = z.uuid().nullable().catch(null);

/** What the address of the board says; anything unreadable counts as not said. `more` names the columns that show all they can. */
export const boardFilterSchema = z.object({
  department: id,
  person: id,
  practice: id,
  urgency: z.enum(URGENCIES).nullable().catch(null),
  late: z
    .literal("1")
    .transform(() => true)
    .catch(false),
  more: z
    .string()
    .max(120)
    .transform((text) => STAGES.filter((stage) => text.split(".").includes(stage)))
    .catch([]),
});
export type BoardFilter = z.output<typeof boardFilterSchema>;

export const BOARD_FILTERS = ["department", "person", "practice", "urgency", "late"] as const;
