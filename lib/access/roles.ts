import { PERMISSIONS, type Permission } from "./permissions";

export const USER_ROLES = ["admin", "manager", "technician", "dentist", "staff", "driver"] as const;
export type UserRole = (typeof USER_ROLES)[number];

/** The part of Casepan that a kind of role opens, which is also its database role (`casepan_lab` …). */
export type Audience = "lab" | "portal" | "driver";

/** Which part of Casepan a kind of role opens. */
export function audienceOf(kind: UserRole): Audience {
  if (kind === "dentist") return "portal";
  return kind === "driver" ? "driver" : "lab";
}

/** Where each kind of role lands after sign-in. */
export const HOME: Record<UserRole, string> = {
  admin: "/board",
  manager: "/board",
  technician: "/bench",
  staff: "/receiving",
  dentist: "/portal",
  driver: "/driver",
};

const all = Object.keys(PERMISSIONS) as Permission[];
const NOT_OF_THE_LAB: Permission[] = [
  "portal.view",
  "portal.submit",
  "portal.approve",
  "portal.invoices",
  "portal.people",
  "deliveries.drive",
];
const ADMIN_ONLY: Permission[] = [
  "users.manage",
  "roles.manage",
  "settings.manage",
  "audit.view",
  "outbox.view",
  "data.export",
  "data.erase",
  "operations.view",
];
const ofTheLab = all.filter((p) => !NOT_OF_THE_LAB.includes(p));

/** What each predefined role may do in a new lab. A lab may change this; `role_permissions` is what is consulted. */
export const DEFAULT_ROLES: Record<UserRole, { name: string; description: string; permissions: Permission[] }> = {
  admin: {
    name: "Admin",
    description: "Runs the installation of the lab: users, roles, settings, audit",
    permissions: ofTheLab,
  },
  manager: {
    name: "Manager",
    description: "Runs the lab: work, people, money, figures",
    permissions: ofTheLab.filter((p) => !ADMIN_ONLY.includes(p)),
  },
  technician: {
    name: "Technician",
    description: "Takes cases through the stages",
    permissions: [
      "cases.view",
      "cases.note",
      "cases.ask_approval",
      "cases.hold",
      "files.view",
      "files.upload",
      "bench.view",
      "bench.work",
      "bench.send_back",
      "quality.check",
      "board.view",
      "messages.use",
      "inventory.view",
      "inventory.count",
      "rota.view",
      "calendar.use",
      "account.manage",
    ],
  },
  dentist: {
    name: "Dentist",
    description: "Submits cases for a practice and follows them",
    permissions: [
      "portal.view",
      "portal.submit",
      "portal.approve",
      "portal.invoices",
      "portal.people",
      "messages.use",
      "files.view",
      "files.upload",
      "account.manage",
    ],
  },
  staff: {
    name: "Staff",
    description: "Front desk: receives, ships, invoices",
    permissions: [
      "cases.view",
      "cases.submit",
      "cases.receive",
      "cases.edit",
      "cases.hold",
      "cases.cancel",
      "cases.note",
      "cases.ask_approval",
      "cases.remake",
      "files.view",
      "files.upload",
      "bench.view",
      "board.view",
      "messages.use",
      "practices.view",
      "practices.manage",
      "practices.import",
      "invoices.view",
      "invoices.draft",
      "invoices.send",
      "payments.record",
      "statements.send",
      "prices.view",
      "shipments.view",
      "shipments.manage",
      "routes.manage",
      "carriers.manage",
      "inventory.view",
      "inventory.manage",
      "inventory.count",
      "rota.view",
      "calendar.use",
      "account.manage",
    ],
  },
  driver: { name: "Driver", description: "Works a list of stops", permissions: ["deliveries.drive", "account.manage"] },
};

/** The predefined role of those who work at a practice without prescribing. What they may do there is theirs alone (practice_members.rights). */
export const PRACTICE_STAFF = {
  key: "practice_staff",
  kind: "dentist" as const,
  name: "Practice staff",
  description: "Works at a practice: submits and follows cases with the rights given there",
  permissions: DEFAULT_ROLES.dentist.permissions,
};
