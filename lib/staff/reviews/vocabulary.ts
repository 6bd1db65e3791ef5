export const REVIEW_STATUSES = ["draft", "shared", "acknowledged", "closed"] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

export const REVIEW_STATUS_LABEL: Record<ReviewStatus, string> = {
  draft: "Draft",
  shared: "Shared",
  acknowledged: "Acknowledged",
  closed: "Closed",
};

/** What a person is rated by, 1 to 5. */
export const CRITERIA = {
  quality: "Quality of the work",
  speed: "Speed and reliability",
  skills: "Skills and learning",
  teamwork: "Working with others",
  order: "Order, safety and documentation",
} as const;
export type Criterion = keyof typeof CRITERIA;

export const RATING_WORDS = ["", "Well below", "Below", "As expected", "Above", "Well above"] as const;
