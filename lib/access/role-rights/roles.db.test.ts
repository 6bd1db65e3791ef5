import type { PoolClient } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { asActor } from "@/lib/db/as-actor";
import { useDatabase } from "@/lib/db/testing";
import { type BuiltLab, buildLab } from "@/lib/testing/build";
import type { Context } from "../action";
import { PERMISSIONS, type Permission } from "../permissions";
import { DEFAULT_ROLES, USER_ROLES, type UserRole } from "../roles";
import { listRoles, type RoleRow } from "../users/queries";
import { bringRoleBack, makeRole, renameRole, takeRoleAway } from "./make-role";
import { isKept, permissionsOfKind } from "./of-kind";
import { resetRights, setRight } from "./set-right";

const db = useDatabase();
let owner: PoolClient;
let lab: BuiltLab;
let other: BuiltLab;

beforeAll(async () => {
  owner = await db.ownerPool.connect();
  lab = await buildLab(owner);
  other = await buildLab(owner);
});
afterAll(() => owner.release());

const roles = () => asActor(lab.actors.admin, listRoles);
const role = async (name: string) => (await roles()).find((one) => one.name === name) as RoleRow;
const does = <Input, Data>(capability: (context: Context, input: Input) => Promise<Data>, input: Input) =>
  asActor(lab.actors.admin, (tx) => capability({ actor: lab.actors.admin, tx }, input));
const set = (roleId: string, permission: Permission, granted: boolean) =>
  does(setRight, { roleId, permission, granted });

test("a permission is taken and given, twice without effect, and others keep theirs", async () => {
  const staff = await role("Staff");
  await set(staff.id, "invoices.send", false);
  await set(staff.id, "invoices.send", false);
  expect((await role("Staff")).permissions).not.toContain("invoices.send");
  expect((await role("Manager")).permissions).toContain("invoices.send");
  await Promise.all([set(staff.id, "invoices.send", true), set(staff.id, "invoices.send", true)]);
  expect((await role("Staff")).permissions.filter((key) => key === "invoices.send")).toHaveLength(1);
});

test("nobody is given what their part of Casepan does not have, and an admin keeps the way back", async () => {
  const all = Object.keys(PERMISSIONS) as Permission[];
  for (const kind of USER_ROLES as readonly UserRole[]) {
    const possible = permissionsOfKind(kind);
    expect(DEFAULT_ROLES[kind].permissions.filter((permission) => !possible.includes(permission))).toEqual([]);
    expect(all.filter((permission) => isKept(kind, permission) && !possible.includes(permission))).toEqual([]);
  }
  const driver = await role("Driver");
  await expect(set(driver.id, "invoices.view", true)).rejects.toMatchObject({ reason: "not_of_kind" });
  await expect(set((await role("Dentist")).id, "cases.view", true)).rejects.toMatchObject({ reason: "not_of_kind" });
  await expect(set((await role("Manager")).id, "portal.view", true)).rejects.toMatchObject({ reason: "not_of_kind" });
  await expect(set((await role("Admin")).id, "roles.manage", false)).rejects.toMatchObject({ reason: "always_kept" });
  await expect(set(driver.id, "account.manage", false)).rejects.toMatchObject({ reason: "always_kept" });
});

test("a role of one's own begins like another, is changed, taken away while nobody has it, and brought back", async () => {
  const technician = await role("Technician");
  const { roleId } = await does(makeRole, { likeRoleId: technician.id, name: "Ceramist", description: null });
  expect((await role("Ceramist")).permissions.toSorted()).toEqual(technician.permissions.toSorted());
  await set(roleId, "board.view", false);
  expect((await role("Technician")).permissions).toContain("board.view");
  await expect(
    does(makeRole, { likeRoleId: technician.id, name: "ceramist", description: null }),
  ).rejects.toMatchObject({
    fieldErrors: { name: ["Another role has this name."] },
  });
  await does(renameRole, { roleId, name: "Master ceramist", description: "Layers porcelain" });

  const person = lab.actors.technician.userId;
  await owner.query("UPDATE memberships SET role_id = $1 WHERE user_id = $2", [roleId, person]);
  await expect(does(takeRoleAway, { roleId })).rejects.toMatchObject({ reason: "role_in_use" });
  await owner.query("UPDATE memberships SET role_id = $1 WHERE user_id = $2", [technician.id, person]);
  await does(takeRoleAway, { roleId });
  expect(await role("Master ceramist")).toBeUndefined();
  await does(bringRoleBack, { roleId });
  expect((await role("Master ceramist")).permissions).not.toContain("board.view");
});

test("a predefined role stays and is set back; admins have one role; another lab's is not found", async () => {
  const staff = await role("Staff");
  await set(staff.id, "reports.finance", true);
  await set(staff.id, "cases.view", false);
  await does(resetRights, { roleId: staff.id });
  expect((await role("Staff")).permissions.toSorted()).toEqual(DEFAULT_ROLES.staff.permissions.toSorted());
  await expect(does(takeRoleAway, { roleId: staff.id })).rejects.toMatchObject({ reason: "predefined" });
  const admin = await role("Admin");
  await expect(does(makeRole, { likeRoleId: admin.id, name: "Second", description: null })).rejects.toMatchObject({
    reason: "one_admin_role",
  });
  const theirs = await asActor(other.actors.admin, listRoles);
  await expect(set(theirs[0]?.id as string, "cases.view", true)).rejects.toMatchObject({ code: "not_found" });
});
