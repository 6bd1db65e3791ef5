import type { Permission } from "@/lib/access/permissions";

/** What is searched, in the order it is shown, with its heading and who may look. A group of one audience names the other's permission not. */
export const SEARCH_GROUPS = {
  cases: { label: "Cases", lab: "cases.view", portal: "portal.view" },
  patients: { label: "Patients", lab: "cases.view", portal: "portal.view" },
  notes: { label: "Notes", lab: "cases.view", portal: "portal.view" },
  messages: { label: "Messages", lab: "messages.use", portal: "messages.use" },
  practices: { label: "Practices", lab: "practices.view", portal: null },
  dentists: { label: "Dentists", lab: "practices.view", portal: null },
  invoices: { label: "Invoices", lab: "invoices.view", portal: "portal.invoices" },
  lots: { label: "Lots", lab: "inventory.view", portal: null },
  people: { label: "People", lab: "cases.view", portal: null },
} as const satisfies Record<string, { label: string; lab: Permission; portal: Permission | null }>;

export type SearchGroupName = keyof typeof SEARCH_GROUPS;
export const SEARCH_GROUP_NAMES = Object.keys(SEARCH_GROUPS) as SearchGroupName[];

/** One thing found. `title` and `excerpt` may be marked where they fit the words; `at` is an ISO instant. */
export type Hit = {
  id: string;
  title: string;
  detail?: string;
  excerpt?: string;
  at?: string;
  href: string;
};

export type FoundGroup = {
  name: SearchGroupName;
  hits: Hit[];
  /** Counted up to a bound: `counted` of them, and `beyond` when there are more. */
  counted: number;
  beyond: boolean;
};
