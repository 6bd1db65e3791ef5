import type { ReactNode } from "react";
import { LinkTabs } from "../ui/link-tabs";
import { PageHeader } from "../ui/page-header";

const SECTIONS = [
  { href: "/operations", label: "Overview" },
  { href: "/operations/jobs", label: "Jobs" },
  { href: "/operations/database", label: "Database" },
  { href: "/operations/backups", label: "Backups" },
];

type OperationsHeaderProps = { current: string; title: string; subtitle?: string; actions?: ReactNode };

/** The head of a page about how the installation runs. */
export function OperationsHeader({ current, title, subtitle, actions }: OperationsHeaderProps) {
  return (
    <PageHeader
      title={title}
      subtitle={subtitle}
      actions={actions}
      tabs={
        <LinkTabs
          label="Operations"
          items={SECTIONS.map((item) => ({ ...item, current: item.href === current }))}
          replace={false}
        />
      }
    />
  );
}
