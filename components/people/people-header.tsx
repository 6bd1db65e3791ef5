import { type Section, SectionHeader, type SectionHeaderProps } from "../access/section-header";

const PLACES: Section[] = [
  { href: "/people", label: "People", needs: "staff.view" },
  { href: "/people/rota", label: "Rota", needs: "rota.view" },
  { href: "/people/leave", label: "Leave", needs: "rota.view" },
  { href: "/people/reviews", label: "Reviews", needs: "rota.view" },
];

/** The head of the people's pages. */
export function PeopleHeader(head: SectionHeaderProps) {
  return <SectionHeader sections={PLACES} label="People" {...head} />;
}
