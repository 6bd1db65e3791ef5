import { z } from "zod";
import { PERMISSIONS, type Permission } from "../permissions";

const name = z.string().trim().min(2, "Give the role a name.").max(60, "At most 60 characters.");
const description = z
  .string()
  .trim()
  .max(200, "At most 200 characters.")
  .transform((text) => text || null);

export const setRightSchema = z.strictObject({
  roleId: z.uuid(),
  permission: z.enum(Object.keys(PERMISSIONS) as [Permission, ...Permission[]]),
  granted: z.boolean(),
});
/** A new role begins with what another may do, and is of its kind. */
export const makeRoleSchema = z.strictObject({ likeRoleId: z.uuid("Choose a role to begin with."), name, description });
export const renameRoleSchema = z.strictObject({ roleId: z.uuid(), name, description });
export const roleSchema = z.strictObject({ roleId: z.uuid() });
