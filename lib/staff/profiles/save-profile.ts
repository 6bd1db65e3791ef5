import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { invalid, notFound, stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import { announce } from "@/lib/outbox/outbox";
import { lockProfile } from "./profile-of";
import type { contactSchema, profileSchema } from "./schema";

/**
 * Saves what the lab keeps of a person. Refuses with `not_found` for whom it does not know, at `departmentId` a department that is gone,
 * and with `stale` when somebody changed it since `version`.
 */
export async function saveProfile({ tx }: Context, input: z.output<typeof profileSchema>): Promise<{ userId: string }> {
  const profile = await lockProfile(tx, input.userId);
  if (profile.version !== input.version) throw stale("profile");
  if (input.departmentId) {
    const department = await tx.row(sql`SELECT 1 FROM departments WHERE id = ${input.departmentId}`);
    if (!department) throw invalid("departmentId", "This department does not exist any more.");
  }
  await tx.execute(sql`
    UPDATE staff_profiles SET job_title = ${input.jobTitle}, employment_type = ${input.employmentType},
      department_id = ${input.departmentId}::uuid, hired_on = ${input.hiredOn}::date, left_on = ${input.leftOn}::date,
      hourly_cost = ${input.hourlyCost}::numeric, leave_days_per_year = ${input.leaveDaysPerYear}::numeric,
      phone = ${input.phone}, emergency_name = ${input.emergencyName}, emergency_phone = ${input.emergencyPhone},
      skills = ${JSON.stringify(input.skills)}::jsonb
    WHERE id = ${profile.id}`);
  await announce(tx, ["people", "rota"]);
  return { userId: input.userId };
}

/** Saves one's own phone number and whom to call in an emergency. Refuses with `stale` when it was changed since `version`. */
export async function saveOwnContact(
  { actor, tx }: Context,
  input: z.output<typeof contactSchema>,
): Promise<{ userId: string }> {
  if (!actor.userId) throw notFound("person");
  const profile = await lockProfile(tx, actor.userId);
  if (profile.version !== input.version) throw stale("profile");
  await tx.execute(sql`
    UPDATE staff_profiles SET phone = ${input.phone}, emergency_name = ${input.emergencyName}, emergency_phone = ${input.emergencyPhone}
    WHERE id = ${profile.id}`);
  await announce(tx, ["people"]);
  return { userId: actor.userId };
}
