import { z } from "zod";

export const sendAgainSchema = z.strictObject({ mailId: z.uuid() });
