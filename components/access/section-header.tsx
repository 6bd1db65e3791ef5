import type { ReactNode } from "react";
import { type Actor, may } from "@/lib/access/actor";
import type { Permission } from "@/lib/access/permissions";
import { LinkTabs } from "../ui/link-tabs";
import { PageHeader } from "../ui/page-header";

/** One of several pages that stand under one head, and what opening it needs. */
export type Section = { href: string; label: string; needs: Permission };

/** With several permissions one of them is enough. */
type OpenTo = Omit<Section, "needs"> & { needs: Permission | readonly Permission[] };

export type SectionHeaderProps = {
  actor: Actor;
  /** The `href` of the section that is open. */
  current: string;
  title: string;
  subtitle?: string;
  actions?: ReactNode;
};

/** The head of one of several pages: its title over the tabs of every section that the actor may open. */
export function SectionHeader({
  sections,
  label,
  actor,
  current,
  ...head
}: SectionHeaderProps & { sections: readonly OpenTo[]; label: string }) {
  const items = sections
    .filter(({ needs }) => [needs].flat().some((one) => may(actor, one)))
    .map((one) => ({ href: one.href, label: one.label, current: one.href === current }));
  return <PageHeader {...head} tabs={<LinkTabs label={label} items={items} replace={false} />} />;
}
