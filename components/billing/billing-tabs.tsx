import { type Actor, may } from "@/lib/access/actor";
import type { Permission } from "@/lib/access/permissions";
import { LinkTabs } from "../ui/link-tabs";

const TABS = [
  { key: "invoices", href: "/invoices", label: "Invoices", needs: ["invoices.view"] },
  { key: "month-end", href: "/invoices/month-end", label: "To invoice", needs: ["invoices.draft"] },
  { key: "payments", href: "/invoices/payments", label: "Payments", needs: ["payments.record", "invoices.view"] },
  { key: "statements", href: "/invoices/statements", label: "Statements", needs: ["statements.send"] },
  { key: "journal", href: "/invoices/journal", label: "Journal", needs: ["journal.export"] },
] as const satisfies readonly { key: string; href: string; label: string; needs: readonly Permission[] }[];

export type BillingTab = (typeof TABS)[number]["key"];

/** The parts of the lab's billing, those that the actor may open; the one named `current` is marked. */
export function BillingTabs({ actor, current }: { actor: Actor; current: BillingTab }) {
  const items = TABS.filter(({ needs }) => needs.some((permission) => may(actor, permission))).map(
    ({ key, href, label }) => ({ href, label, current: key === current }),
  );
  return <LinkTabs label="Billing" items={items} replace={false} />;
}
