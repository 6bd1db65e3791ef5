/** The values of the domain `application_status`, with what a person reads. */

const APPLICATION_STATUSES = [
  "unconfirmed",
  "submitted",
  "in_review",
  "question",
  "approved",
  "rejected",
  "withdrawn",
] as const;
export type ApplicationStatus = (typeof APPLICATION_STATUSES)[number];

/** As the lab says it. */
export const APPLICATION_LABEL: Record<ApplicationStatus, string> = {
  unconfirmed: "Address not confirmed",
  submitted: "New",
  in_review: "In review",
  question: "Waiting for an answer",
  approved: "Approved",
  rejected: "Rejected",
  withdrawn: "Withdrawn",
};

/** Those that wait for the lab or the applicant. */
const WAITING: readonly ApplicationStatus[] = ["submitted", "in_review", "question"];
export const isWaiting = (status: ApplicationStatus): boolean => WAITING.includes(status);

/** Why an application is usually rejected: what the reviewer chooses, and the words the applicant reads, which may be changed. */
export const REJECTIONS: { value: string; label: string; words: string }[] = [
  {
    value: "licence_not_found",
    label: "Licence not in the register",
    words: "We could not find the licence you gave in the register of the body you named.",
  },
  {
    value: "licence_not_valid",
    label: "Licence not valid",
    words: "The register shows the licence you gave as not valid at present.",
  },
  {
    value: "documents",
    label: "Documents missing or unreadable",
    words: "The documents you sent do not let us check your licence.",
  },
  { value: "outside_area", label: "Outside our area", words: "Your practice is outside of the area we deliver to." },
  { value: "capacity", label: "No capacity", words: "We cannot take on further practices at the moment." },
  { value: "other", label: "Another reason", words: "" },
];

/** The media types that a document may have, by the extension of its name. */
export const DOCUMENT_EXTENSIONS = [".pdf", ".jpg", ".jpeg", ".png"];
export const MOST_DOCUMENTS = 6;
/** In bytes. */
export const LARGEST_DOCUMENT = 10 * 1024 * 1024;
