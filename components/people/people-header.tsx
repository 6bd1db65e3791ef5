import type { ReactNode } from "react";
import { type Actor, may } from "@/lib/access/actor";
import { LinkTabs } from "../ui/link-tabs";
import { PageHeader } from "../ui/page-header";

const PLACES = [
  { href: "/people", label: "People", needs: "staff.view" },
  { href: "/people/rota", label: "Rota", needs: "rota.view" },
  { href: "/people/leave", label: "Leave", needs: "rota.view" },
  { href: "/people/reviews", label: "Reviews", needs: "rota.view" },
] as const;

type PeopleHeaderProps = {
  actor: Actor;
  /** The `href` of the place that is open. */
  current: (typeof PLACES)[number]["href"];
  title: string;
  subtitle?: string;
  actions?: ReactNode;
};

/** The head of the people's pages: a title over the tabs of every place that the actor may open. */
export function PeopleHeader({ actor, current, title, subtitle, actions }: PeopleHeaderProps) {
  const items = PLACES.filter(({ needs }) => may(actor, needs)).map(({ href, label }) => ({
    href,
    label,
    current: href === current,
  }));
  return (
    <PageHeader
      title={title}
      subtitle={subtitle}
      actions={actions}
      tabs={<LinkTabs label="People" items={items} replace={false} />}
    />
  );
}
