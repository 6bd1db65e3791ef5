import { SectionHeader, type SectionHeaderProps } from "../access/section-header";

const PLACES = [
  { href: "/people", label: "People", needs: "staff.view" },
  { href: "/people/rota", label: "Rota", needs: ["rota.view", "staff.view"] },
  { href: "/people/leave", label: "Leave", needs: ["rota.view", "leave.approve"] },
  { href: "/people/reviews", label: "Reviews", needs: "rota.view" },
] as const;

/** The head of the people's pages. */
export function PeopleHeader(head: SectionHeaderProps) {
  return <SectionHeader sections={PLACES} label="People" {...head} />;
}
