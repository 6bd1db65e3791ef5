import { type Section, SectionHeader, type SectionHeaderProps } from "../access/section-header";

/** What can be done with the lab's data as a whole, in the order of the tabs, and what each needs. */
export const DATA_SECTIONS: Section[] = [
  { href: "/data/trash", label: "Trash", needs: "trash.restore" },
  { href: "/data/export", label: "Export", needs: "data.export" },
  { href: "/data/erasure", label: "Erasure", needs: "data.erase" },
];

/** The head of a page about the lab's data. */
export function DataHeader(head: SectionHeaderProps) {
  return <SectionHeader sections={DATA_SECTIONS} label="Data" {...head} />;
}
