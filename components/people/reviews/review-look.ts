import type { ReviewStatus } from "@/lib/staff/reviews/vocabulary";
import type { Tone } from "../../ui/tone";

/** The colour of each state of a review. */
export const REVIEW_TONE: Record<ReviewStatus, Tone> = {
  draft: "neutral",
  shared: "info",
  acknowledged: "progress",
  closed: "success",
};
