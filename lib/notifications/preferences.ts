import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { sql } from "@/lib/db/sql";
import { type Channels, defaultChannels } from "./defaults";
import type { preferencesSchema } from "./schema";
import { NOTIFICATION_TYPES, type NotificationType } from "./vocabulary";

export type Preferences = {
  /** The hour of the lab's day (0–23) at which the daily letter goes out. */
  digestHour: number;
  choices: (Channels & { type: NotificationType })[];
};

/** How each kind of notification reaches the acting person: as they chose, or as is usual for their kind of role. */
export async function preferencesOf({ actor, tx }: Context): Promise<Preferences> {
  const chosen = await tx.rows<Channels & { type: NotificationType }>(
    sql`SELECT type, in_app AS "inApp", email FROM notification_preferences WHERE user_id = ${actor.userId}`,
  );
  const membership = await tx.row<{ digestHour: number }>(
    sql`SELECT digest_hour AS "digestHour" FROM memberships WHERE user_id = ${actor.userId}`,
  );
  const choices = NOTIFICATION_TYPES.map((type) => {
    const { inApp, email } = chosen.find((choice) => choice.type === type) ?? defaultChannels(actor.role.kind, type);
    return { type, inApp, email };
  });
  return { digestHour: membership?.digestHour ?? 7, choices };
}

/** Keeps the acting person's choices; kinds that are not named stay as they were. */
export async function savePreferences(
  { actor, tx }: Context,
  { digestHour, choices }: z.output<typeof preferencesSchema>,
): Promise<null> {
  await tx.execute(sql`UPDATE memberships SET digest_hour = ${digestHour} WHERE user_id = ${actor.userId}`);
  for (const { type, inApp, email } of choices)
    await tx.execute(sql`
      INSERT INTO notification_preferences (user_id, type, in_app, email) VALUES (${actor.userId}, ${type}, ${inApp}, ${email})
      ON CONFLICT (lab_id, user_id, type) DO UPDATE SET in_app = excluded.in_app, email = excluded.email`);
  return null;
}
