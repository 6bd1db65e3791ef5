import { z } from "zod";

const room = {
  name: z.string().trim().min(1, "Give the room a name.").max(80, "At most 80 characters."),
  /** How many people it holds; blank for not said. */
  capacity: z
    .string()
    .trim()
    .max(4)
    .regex(/^\d{0,4}$/, "A whole number.")
    .transform((text) => (text === "" ? null : Number(text)))
    .refine((many) => many === null || (many >= 1 && many <= 1000), "From 1 to 1,000."),
};

export const roomSchema = z.strictObject(room);
export const changeRoomSchema = z.strictObject({ id: z.uuid(), ...room });
export const roomIdSchema = z.strictObject({ id: z.uuid() });
