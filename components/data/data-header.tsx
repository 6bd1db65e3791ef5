import type { ReactNode } from "react";
import { type Actor, may } from "@/lib/access/actor";
import type { Permission } from "@/lib/access/permissions";
import { LinkTabs } from "../ui/link-tabs";
import { PageHeader } from "../ui/page-header";

/** What can be done with the lab's data as a whole, in the order of the tabs, and what each needs. */
export const DATA_SECTIONS: { href: string; label: string; needs: Permission }[] = [
  { href: "/data/trash", label: "Trash", needs: "trash.restore" },
  { href: "/data/export", label: "Export", needs: "data.export" },
  { href: "/data/erasure", label: "Erasure", needs: "data.erase" },
];

type DataHeaderProps = {
  actor: Actor;
  /** The `href` of the section that is open. */
  current: string;
  title: string;
  subtitle?: string;
  actions?: ReactNode;
};

/** The head of a page about the lab's data: its title over the tabs of every section that the actor may open. */
export function DataHeader({ actor, current, title, subtitle, actions }: DataHeaderProps) {
  const items = DATA_SECTIONS.filter(({ needs }) => may(actor, needs)).map(({ href, label }) => ({
    href,
    label,
    current: href === current,
  }));
  return (
    <PageHeader
      title={title}
      subtitle={subtitle}
      actions={actions}
      tabs={<LinkTabs label="Data" items={items} replace={false} />}
    />
  );
}
