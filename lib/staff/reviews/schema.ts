import { z } from "zod";
import { CRITERIA, type Criterion, REVIEW_STATUSES } from "./vocabulary";

const text = (most: number) => z.string().trim().max(most, `At most ${most} characters.`);
const orNull = (said: string) => said || null;
const seen = { id: z.uuid(), version: z.int().min(1).max(2_147_483_647) };

const period = {
  from: z.iso.date("Choose the first day."),
  to: z.iso.date("Choose the last day."),
  dueOn: z.iso.date("Choose a day."),
};

export const startReviewsSchema = z
  .strictObject({
    /** A name makes it a cycle; blank starts single reviews. */
    name: text(80).default(""),
    people: z.array(z.uuid()).min(1, "Choose whose work is reviewed.").max(100),
    /** Who reviews; blank: oneself. */
    reviewerId: z
      .union([z.literal(""), z.uuid()])
      .default("")
      .transform((id) => id || null),
    ...period,
    idempotencyKey: z.uuid(),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "It ends after it begins." });

const criteria = Object.keys(CRITERIA) as [Criterion, ...Criterion[]];
export const writeReviewSchema = z.strictObject({
  ...seen,
  comments: text(5000).transform(orNull),
  ratings: z
    .array(
      z.strictObject({ criterion: z.enum(criteria), rating: z.int().min(1).max(5), note: text(500).transform(orNull) }),
    )
    .max(criteria.length),
  /** The rating as a whole; blank: the mean of the criteria. */
  overall: z
    .string()
    .trim()
    .max(4)
    .regex(/^([1-4]([.,]\d{1,2})?|5([.,]0{1,2})?)?$/, "From 1 to 5, such as 4 or 3.5.")
    .transform((written) => written.replace(",", ".") || null),
});
export const goalSchema = z.strictObject({
  id: z.uuid().optional(),
  reviewId: z.uuid(),
  title: text(200).min(1, "What is the goal?"),
  measure: text(500).transform(orNull),
  dueOn: z.union([z.literal(""), z.iso.date("Choose a day.")]).transform(orNull),
  progress: z
    .string()
    .trim()
    .regex(/^(100|\d{1,2})$/, "From 0 to 100.")
    .transform(Number),
});
export const goalIdSchema = z.strictObject({ id: z.uuid() });
export const seenReviewSchema = z.strictObject(seen);
export const answerReviewSchema = z.strictObject({
  ...seen,
  comments: text(5000).transform(orNull),
  acknowledge: z.boolean(),
});

/** What the address of the reviews says: in which state, and of whom (the id of a profile). */
export const reviewParams = z.object({
  status: z.enum(REVIEW_STATUSES).nullable().catch(null),
  person: z.uuid().nullable().catch(null),
});
