import { type Section, SectionHeader, type SectionHeaderProps } from "../access/section-header";

/** The sections of the lab's settings, in the order of their tabs, and what each needs. */
export const SETTINGS: Section[] = [
  { href: "/settings/lab", label: "The lab", needs: "settings.manage" },
  { href: "/settings/calendar", label: "Calendar and days", needs: "templates.manage" },
  { href: "/settings/templates", label: "Templates", needs: "templates.manage" },
  { href: "/settings/restorations", label: "Restorations", needs: "templates.manage" },
  { href: "/settings/checklists", label: "Checklists", needs: "templates.manage" },
  { href: "/settings/bills", label: "Materials", needs: "templates.manage" },
  { href: "/settings/case-rules", label: "Case rules", needs: "templates.manage" },
  { href: "/settings/reasons", label: "Reasons", needs: "templates.manage" },
  { href: "/settings/rooms", label: "Rooms", needs: "departments.manage" },
  { href: "/settings/carriers", label: "Carriers", needs: "carriers.manage" },
  { href: "/settings/reminders", label: "Reminders", needs: "billing.manage" },
  { href: "/settings/billing", label: "Billing", needs: "billing.manage" },
  { href: "/settings/mail", label: "Letters", needs: "settings.manage" },
  { href: "/settings/proofs", label: "Proofs", needs: "carriers.manage" },
];

/** The head of a settings page. */
export function SettingsHeader(head: SectionHeaderProps) {
  return <SectionHeader sections={SETTINGS} label="Settings" {...head} />;
}
