import { z } from "zod";

export const askExportSchema = z.strictObject({ idempotencyKey: z.uuid() });
export const removeExportSchema = z.strictObject({ id: z.uuid() });
