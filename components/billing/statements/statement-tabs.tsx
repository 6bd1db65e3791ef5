import { LinkTabs } from "../../ui/link-tabs";

type StatementTabsProps = { current: "balances" | "reminders"; due?: number };

/** Statements and reminders, side by side. `due` counts the practices to be reminded today. */
export function StatementTabs({ current, due }: StatementTabsProps) {
  return (
    <div className="mb-4">
      <LinkTabs
        label="Statements and reminders"
        replace={false}
        items={[
          { href: "/invoices/statements", label: "Balances", current: current === "balances" },
          { href: "/invoices/statements/reminders", label: "Reminders", current: current === "reminders", count: due },
        ]}
      />
    </div>
  );
}
