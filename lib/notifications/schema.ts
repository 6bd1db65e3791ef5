import { z } from "zod";
import { EMAIL_CHOICES, NOTIFICATION_TYPES } from "./vocabulary";

export const markReadSchema = z.strictObject({ id: z.uuid() });
export const nothingSchema = z.strictObject({});

export const preferencesSchema = z.strictObject({
  digestHour: z.number().int().min(0).max(23),
  choices: z
    .array(z.strictObject({ type: z.enum(NOTIFICATION_TYPES), inApp: z.boolean(), email: z.enum(EMAIL_CHOICES) }))
    .max(NOTIFICATION_TYPES.length),
});

/** What a list of notifications is narrowed to, from the page's search params. */
export const notificationFilters = z.object({
  type: z.enum(NOTIFICATION_TYPES).nullable().catch(null).default(null),
  after: z.uuid().nullable().catch(null).default(null),
});
