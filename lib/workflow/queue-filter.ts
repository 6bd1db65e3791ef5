import { z } from "zod";
import { dayParam } from "@/lib/access/address-params";
import type { Stage } from "@/lib/cases/vocabulary";

/** The stages that are worked at the bench, in order. */
export const BENCH_STAGES = [
  "impression_scan",
  "design",
  "milling",
  "sintering",
  "quality_control",
] as const satisfies Stage[];

const WHOSE = ["mine", "department", "all"] as const;

const keySchema = z.strictObject({
  shipBy: dayParam,
  urgency: z.int().min(1).max(3),
  caseId: z.uuid(),
  stage: z.int().min(1).max(5),
});
/** The last line of a page of the queue, after which the next begins. */
export type QueueKey = z.output<typeof keySchema>;

const key = z
  .string()
  .max(200)
  .transform((text, context): QueueKey | null => {
    const [shipBy, urgency, caseId, stage] = text.split("~");
    const read = keySchema.safeParse({ shipBy, urgency: Number(urgency), caseId, stage: Number(stage) });
    if (read.success) return read.data;
    context.addIssue("Not a page.");
    return z.NEVER;
  });

/** What the address of the queue says; anything unreadable counts as not said. */
export const queueFilterSchema = z.object({
  who: z.enum(WHOSE).catch("mine"),
  stage: z.enum(BENCH_STAGES).nullable().catch(null),
  /** One person's work, or one department's, whoever looks; either goes before `who`. */
  person: z.uuid().nullable().catch(null),
  department: z.uuid().nullable().catch(null),
  after: key.nullable().catch(null),
});
export type QueueFilter = z.output<typeof queueFilterSchema>;

/** The address of a view of the queue; what is left out stays at its default. */
export function queueHref({ who, stage, person, department, after }: Partial<QueueFilter>): string {
  const params = new URLSearchParams();
  if (who && who !== "mine") params.set("who", who);
  if (stage) params.set("stage", stage);
  if (person) params.set("person", person);
  if (department) params.set("department", department);
  if (after) params.set("after", [after.shipBy, after.urgency, after.caseId, after.stage].join("~"));
  const text = params.toString();
  return text ? `/bench?${text}` : "/bench";
}
