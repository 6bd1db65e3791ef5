import { type Actor, may } from "@/lib/access/actor";
import { LinkTabs } from "../ui/link-tabs";

/** The places of the departments that the actor may open. */
export function DepartmentTabs({ actor, current }: { actor: Actor; current: string }) {
  const places = [
    { href: "/departments", label: "Departments", shown: may(actor, "staff.view") },
    { href: "/departments/capacity", label: "Capacity and load", shown: may(actor, "reports.view") },
    { href: "/departments/promises", label: "Promises", shown: may(actor, "reports.view") },
    { href: "/departments/machines", label: "Machines", shown: may(actor, "departments.manage") },
  ];
  return (
    <LinkTabs
      label="Departments"
      items={places.filter(({ shown }) => shown).map(({ href, label }) => ({ href, label, current: href === current }))}
    />
  );
}
