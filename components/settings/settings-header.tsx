import type { ReactNode } from "react";
import { type Actor, may } from "@/lib/access/actor";
import type { Permission } from "@/lib/access/permissions";
import { LinkTabs } from "../ui/link-tabs";
import { PageHeader } from "../ui/page-header";

/** The sections of the lab's settings, in the order of their tabs, and what each needs. */
export const SETTINGS: { href: string; label: string; needs: Permission }[] = [
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

/** The head of a settings page: its title over the tabs of every section that the actor may open. */
export function SettingsHeader({
  actor,
  current,
  title,
  subtitle,
  actions,
}: {
  actor: Actor;
  /** The `href` of the section that is open. */
  current: string;
  title: string;
  subtitle?: string;
  actions?: ReactNode;
}) {
  const items = SETTINGS.filter(({ needs }) => may(actor, needs)).map(({ href, label }) => ({
    href,
    label,
    current: href === current,
  }));
  return (
    <PageHeader
      title={title}
      subtitle={subtitle}
      actions={actions}
      tabs={<LinkTabs label="Settings" items={items} replace={false} />}
    />
  );
}
