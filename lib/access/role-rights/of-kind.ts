import { PERMISSIONS, type Permission } from "../permissions";
import { audienceOf, DEFAULT_ROLES, type UserRole } from "../roles";

const all = Object.keys(PERMISSIONS) as Permission[];
const dentists = new Set(DEFAULT_ROLES.dentist.permissions);
const drivers = new Set(DEFAULT_ROLES.driver.permissions);
/** What makes no sense to the people of the lab. */
const notTheLabs = (permission: Permission) => permission.startsWith("portal.") || permission === "deliveries.drive";

/** What a role of a kind can be given at all: the portal's people and drivers only what their part of Casepan has. */
export function permissionsOfKind(kind: UserRole): Permission[] {
  const audience = audienceOf(kind);
  if (audience === "portal") return all.filter((permission) => dentists.has(permission));
  if (audience === "driver") return all.filter((permission) => drivers.has(permission));
  return all.filter((permission) => !notTheLabs(permission));
}

/** What a role keeps whatever is decided: everybody their own account, an admin what it takes to give rights back. */
export function isKept(kind: UserRole, permission: Permission): boolean {
  if (permission === "account.manage") return true;
  return kind === "admin" && ["users.view", "users.manage", "roles.manage"].includes(permission);
}
