import { type Actor, may } from "@/lib/access/actor";
import { LinkTabs } from "../ui/link-tabs";

type RouteTabsProps = {
  actor: Actor;
  current: "routes" | "map" | "templates";
  /** The lab day looked at (`YYYY-MM-DD`), kept from tab to tab. */
  day?: string;
};

/** The parts of a day's routes: the list, the map, and for who plans them the templates. */
export function RouteTabs({ actor, current, day }: RouteTabsProps) {
  const on = day ? `?day=${day}` : "";
  const items = [
    { href: `/routes${on}`, label: "Routes", current: current === "routes" },
    { href: `/routes/map${on}`, label: "Map", current: current === "map" },
    ...(may(actor, "routes.manage")
      ? [{ href: "/routes/templates", label: "Templates", current: current === "templates" }]
      : []),
  ];
  return <LinkTabs label="Routes" items={items} replace={false} />;
}
