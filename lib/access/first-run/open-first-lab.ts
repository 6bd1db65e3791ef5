import type { z } from "zod";
import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { fillLab } from "@/lib/labs/open-lab";
import { runOn } from "@/lib/labs/run-on";
import { slugOf } from "@/lib/labs/slug";
import { hashPassword } from "../password";
import type { Origin } from "../sign-in";
import { codeHash } from "./code";
import { labIsThere, proveCode } from "./prove-code";
import type { openFirstLabSchema } from "./schema";

/**
 * Opens the first lab of the installation with what every lab starts with, and its first admin, who signs in with the password given.
 * The code is spent by it: of many who try at once, one gets a lab and the others are told (`lab_exists`). Refuses as `proveCode`.
 */
export async function openFirstLab(
  input: z.output<typeof openFirstLabSchema>,
  origin: Origin,
): Promise<{ email: string; slug: string }> {
  await proveCode(input, origin);
  const hash = await hashPassword(input.admin.password);
  const slug = slugOf(input.lab.name);
  await asAuth(async (tx) => {
    const opened = await tx.row<{ id: string | null }>(sql`
      SELECT open_first_lab(${codeHash(input.code)}, ${JSON.stringify({ ...input.lab, slug })}::jsonb) AS id`);
    if (!opened?.id) throw labIsThere();
    const admin = await tx.row<{ id: string }>(sql`
      INSERT INTO users (email, name, password_hash) VALUES (${input.admin.email}, ${input.admin.name}, ${hash}) RETURNING id`);
    await tx.execute(sql`
      SELECT set_config('app.user_id', ${admin?.id}, true), set_config('app.ip', ${origin.ip ?? ""}, true),
        set_config('app.user_agent', ${origin.userAgent ?? ""}, true)`);
    await tx.withLabRights(() => fillLab(runOn(tx)));
    await tx.execute(sql`
      INSERT INTO memberships (lab_id, user_id, role_id)
      SELECT r.lab_id, ${admin?.id}::uuid, r.id FROM roles r WHERE r.lab_id = ${opened.id} AND r.key = 'admin'`);
  });
  return { email: input.admin.email, slug };
}
