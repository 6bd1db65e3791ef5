import { createHash, randomBytes } from "node:crypto";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { asActor } from "@/lib/db/as-actor";
import { asRefusal } from "@/lib/db/refusals";
import type { Transaction } from "@/lib/db/transaction";
import { log } from "@/lib/log";
import type { Actor } from "./actor";
import { currentActor } from "./current";
import { type FieldErrors, Refusal, type RefusalCode } from "./errors";
import { answerOnce } from "./idempotency";
import type { Permission } from "./permissions";

export type Refused = {
  ok: false;
  code: RefusalCode | "failed";
  reason: string;
  formError?: string;
  fieldErrors?: FieldErrors;
};
export type ActionResult<Data> = { ok: true; data: Data } | Refused;
export type Acting = { actor: Actor };
export type Context = Acting & { tx: Transaction };

/** What is wrong with an input, keyed by dotted path; messages at the root have the key "". */
export function fieldErrorsOf(error: z.ZodError): FieldErrors {
  const errors: FieldErrors = {};
  for (const issue of error.issues) {
    const path = issue.path.join(".");
    errors[path] = [...(errors[path] ?? []), issue.message];
  }
  return errors;
}

/** Turns whatever was thrown into an answer: refusals in their own words, anything else logged under a reference. */
export function refused(thrown: unknown): Refused {
  const refusal = asRefusal(thrown);
  if (refusal) {
    const { code, reason, message, fieldErrors } = refusal;
    return { ok: false, code, reason, ...(fieldErrors ? { fieldErrors } : { formError: message }) };
  }
  const reference = randomBytes(4).toString("hex");
  log.error({ err: thrown, reference }, "action failed");
  return {
    ok: false,
    code: "failed",
    reason: "failed",
    formError: `Something went wrong on our side and nothing was saved (reference ${reference}). Please try again.`,
  };
}

/**
 * Makes a server action of a capability. In this order: the acting person, their permission, a strict parse of the input, then
 * one transaction that acts for them. Input that repeats an `idempotencyKey` of the same person gets the first answer again.
 * Answers `{ok: true, data}` or a refusal; it never throws (but for Next's own redirects).
 */
export function action<Schema extends z.ZodType, Data>(
  permission: Permission,
  schema: Schema,
  capability: (context: Context, input: z.output<Schema>) => Promise<Data>,
): (input: z.input<Schema>) => Promise<ActionResult<Data>> {
  return accountAction(permission, schema, ({ actor }, parsed, input) => {
    const key = (parsed as { idempotencyKey?: string } | undefined)?.idempotencyKey;
    return asActor(actor, (tx) => {
      const run = () => capability({ actor, tx }, parsed);
      if (!key) return run();
      const requestHash = createHash("sha256").update(JSON.stringify(input)).digest("hex");
      return answerOnce(tx, { userId: actor.userId, key, command: permission, requestHash }, run);
    });
  });
}

/**
 * As `action`, but opens no transaction: for what lib/access itself does to accounts, in transactions of the sign-in audience. A
 * capability that held one connection of the pool while it asked for another could, many at a time, leave all of them waiting.
 */
export function accountAction<Schema extends z.ZodType, Data>(
  permission: Permission,
  schema: Schema,
  capability: (acting: Acting, parsed: z.output<Schema>, input: z.input<Schema>) => Promise<Data>,
): (input: z.input<Schema>) => Promise<ActionResult<Data>> {
  return async (input) => {
    try {
      const actor = await currentActor();
      if (!actor)
        throw new Refusal("not_signed_in", "You are signed out. Sign in again; what you entered is still here.");
      if (!actor.permissions.has(permission)) throw new Refusal("forbidden", "Your role does not allow this.");
      const parsed = schema.safeParse(input);
      if (!parsed.success)
        throw new Refusal("invalid", "Some particulars need attention.", "invalid", fieldErrorsOf(parsed.error));
      return { ok: true, data: await capability({ actor }, parsed.data, input) };
    } catch (thrown) {
      unstable_rethrow(thrown);
      return refused(thrown);
    }
  };
}
