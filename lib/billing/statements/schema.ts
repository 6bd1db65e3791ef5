import { z } from "zod";

const day = z.iso.date("Choose a day.").regex(/^[1-9]/, "Choose a day.");
const account = z.strictObject({ practiceId: z.uuid(), currency: z.string().regex(/^[A-Z]{3}$/) });

/** Statements to send: accounts, the period, and another address than the practice's (for one account alone). */
export const sendStatementsSchema = z
  .strictObject({
    accounts: z.array(account).min(1, "Choose whom to send to.").max(50, "At most 50 at a time."),
    from: day,
    to: day,
    address: z.union([z.literal(""), z.email("Write an e-mail address.").max(254)]),
    idempotencyKey: z.uuid(),
  })
  .refine(({ from, to }) => from <= to, { path: ["to"], message: "The last day cannot be before the first." })
  .refine(({ accounts, address }) => address === "" || accounts.length === 1, {
    path: ["address"],
    message: "Another address is for one practice at a time.",
  });
export type SendStatementsInput = z.output<typeof sendStatementsSchema>;
