import { type Actor, may } from "@/lib/access/actor";
import type { Permission } from "@/lib/access/permissions";
import { LinkTabs } from "../../ui/link-tabs";

const TABS = [
  { key: "items", href: "/inventory", label: "Items", needs: "inventory.view" },
  { key: "order", href: "/inventory/to-order", label: "To order", needs: "inventory.view" },
  { key: "expiring", href: "/inventory/expiring", label: "Expiring", needs: "inventory.view" },
  { key: "counts", href: "/inventory/counts", label: "Counts", needs: "inventory.count" },
  { key: "suppliers", href: "/inventory/suppliers", label: "Suppliers", needs: "inventory.view" },
  { key: "locations", href: "/inventory/locations", label: "Locations", needs: "inventory.view" },
  { key: "trace", href: "/inventory/trace", label: "Trace", needs: "inventory.view" },
  { key: "short", href: "/inventory/shortfalls", label: "Short", needs: "inventory.view" },
  { key: "recalls", href: "/inventory/recalls", label: "Recalls", needs: "inventory.view" },
] as const satisfies readonly { key: string; href: string; label: string; needs: Permission }[];

export type StockTab = (typeof TABS)[number]["key"];

/** The parts of the lab's stock, those that the actor may open; the one named `current` is marked. */
export function StockTabs({ actor, current }: { actor: Actor; current: StockTab }) {
  const items = TABS.filter(({ needs }) => may(actor, needs)).map(({ key, href, label }) => ({
    href,
    label,
    current: key === current,
  }));
  return <LinkTabs label="Stock" items={items} replace={false} />;
}
