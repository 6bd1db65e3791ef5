import type { Permission } from "../permissions";

/** What a practice gives each of its people; the table keeps them by these keys (`practice_members.rights`). */
export const PRACTICE_RIGHTS = [
  "portal.submit",
  "portal.approve",
  "portal.invoices",
  "messages.use",
  "portal.people",
] as const satisfies Permission[];
export type PracticeRight = (typeof PRACTICE_RIGHTS)[number];

export const RIGHT_LABEL: Record<PracticeRight, string> = {
  "portal.submit": "Submit cases",
  "portal.approve": "Approve designs",
  "portal.invoices": "See invoices",
  "messages.use": "Write messages",
  "portal.people": "Manage people",
};

export const RIGHT_HINT: Record<PracticeRight, string> = {
  "portal.submit": "Sends prescriptions and files to the lab.",
  "portal.approve": "Accepts or turns down a design before it is milled.",
  "portal.invoices": "Sees and downloads what the practice is billed.",
  "messages.use": "Takes part in conversations with the lab.",
  "portal.people": "Invites people and changes what they may do.",
};

/** What a new person is usually given. */
export const USUAL_RIGHTS: PracticeRight[] = ["portal.submit", "portal.invoices", "messages.use"];

const isRight = (permission: Permission): permission is PracticeRight =>
  (PRACTICE_RIGHTS as readonly Permission[]).includes(permission);

/**
 * What a person may do while acting for a practice: what their role allows, less the rights that the practice did not give them.
 * `rights` is null where they act for none, which is as if none had been given. Files are added by those who submit or write.
 */
export function permissionsAtPractice(ofRole: readonly Permission[], rights: readonly string[] | null): Permission[] {
  const given = new Set<string>(rights ?? []);
  const adds = given.has("portal.submit") || given.has("messages.use");
  return ofRole.filter((permission) => {
    if (permission === "files.upload") return adds;
    return !isRight(permission) || given.has(permission);
  });
}
