import {
  Activity,
  Archive,
  Boxes,
  Building2,
  CalendarDays,
  ChartColumn,
  FilePlus2,
  FileStack,
  Hammer,
  Inbox,
  Kanban,
  Mails,
  Map as MapIcon,
  MessagesSquare,
  Package,
  ReceiptText,
  ScrollText,
  Settings,
  Stethoscope,
  Tags,
  Truck,
  UserCog,
  UserRound,
  UserRoundPlus,
  Users,
} from "lucide-react";
import type { Actor } from "@/lib/access/actor";
import type { Permission } from "@/lib/access/permissions";
import type { NavItem } from "../shell/nav";

/** With several permissions one of them is enough. */
type Place = NavItem & { needs: Permission | readonly Permission[] };

const LAB: Place[] = [
  { href: "/board", label: "Board", icon: <Kanban />, needs: "board.view", group: "Work" },
  { href: "/cases", label: "Cases", icon: <FileStack />, needs: "cases.view", group: "Work" },
  { href: "/receiving", label: "Receiving", icon: <Inbox />, needs: "cases.receive", group: "Work" },
  { href: "/bench", label: "Bench", icon: <Hammer />, needs: "bench.view", group: "Work" },
  { href: "/messages", label: "Messages", icon: <MessagesSquare />, needs: "messages.use", group: "Work" },
  { href: "/calendar", label: "Calendar", icon: <CalendarDays />, needs: "calendar.use", group: "Work" },
  { href: "/shipments", label: "Shipments", icon: <Package />, needs: "shipments.view", group: "Delivery" },
  { href: "/routes", label: "Routes", icon: <MapIcon />, needs: "shipments.view", group: "Delivery" },
  { href: "/practices", label: "Practices", icon: <Stethoscope />, needs: "practices.view", group: "Business" },
  { href: "/dentists", label: "Dentists", icon: <UserRound />, needs: "practices.view", group: "Business" },
  {
    href: "/applications",
    label: "Applications",
    icon: <UserRoundPlus />,
    needs: "applications.review",
    group: "Business",
  },
  { href: "/invoices", label: "Invoices", icon: <ReceiptText />, needs: "invoices.view", group: "Business" },
  { href: "/prices", label: "Prices", icon: <Tags />, needs: "prices.view", group: "Business" },
  { href: "/reports", label: "Reports", icon: <ChartColumn />, needs: "reports.view", group: "Business" },
  { href: "/inventory", label: "Stock", icon: <Boxes />, needs: "inventory.view", group: "Lab" },
  { href: "/people", label: "People", icon: <Users />, needs: ["staff.view", "rota.view"], group: "Lab" },
  { href: "/departments", label: "Departments", icon: <Building2 />, needs: "staff.view", group: "Lab" },
  {
    href: "/settings",
    label: "Settings",
    icon: <Settings />,
    needs: ["settings.manage", "templates.manage", "carriers.manage", "billing.manage"],
    group: "Lab",
  },
  { href: "/users", label: "Users", icon: <UserCog />, needs: "users.view", group: "Lab" },
  { href: "/outbox", label: "Letters", icon: <Mails />, needs: "outbox.view", group: "Lab" },
  { href: "/audit", label: "Audit log", icon: <ScrollText />, needs: "audit.view", group: "Lab" },
  {
    href: "/data",
    label: "Data",
    icon: <Archive />,
    needs: ["trash.restore", "data.export", "data.erase"],
    group: "Lab",
  },
  { href: "/operations", label: "Operations", icon: <Activity />, needs: "operations.view", group: "Lab" },
];

const PORTAL: Place[] = [
  { href: "/portal", label: "Cases", icon: <FileStack />, needs: "portal.view" },
  { href: "/portal/new", label: "New case", icon: <FilePlus2 />, needs: "portal.submit" },
  { href: "/portal/pickups", label: "Pick-ups", icon: <Truck />, needs: "portal.view" },
  { href: "/portal/messages", label: "Messages", icon: <MessagesSquare />, needs: "messages.use" },
  {
    href: "/portal/invoices",
    label: "Invoices",
    icon: <ReceiptText />,
    needs: "portal.invoices",
    also: ["/portal/statement"],
  },
  {
    href: "/portal/practice",
    label: "Practice",
    icon: <Stethoscope />,
    needs: "portal.people",
    also: ["/portal/closing-days"],
  },
];

const DRIVER: Place[] = [{ href: "/driver", label: "Route", icon: <Truck />, needs: "deliveries.drive" }];

/** The places an actor may go: those of their part of Casepan whose permission they hold. */
export function navOf(actor: Actor): NavItem[] {
  const all = { lab: LAB, portal: PORTAL, driver: DRIVER }[actor.audience];
  return all
    .filter(({ needs }) => [needs].flat().some((one) => actor.permissions.has(one)))
    .map(({ needs: _, ...item }) => item);
}
