import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { type ActionResult, fieldErrorsOf, refused } from "./action";
import { Refusal } from "./errors";
import { requestOrigin } from "./request";
import type { Origin } from "./sign-in";

/**
 * Makes a server action that anyone may send, signed in or not: for the ways back into an account. The input is parsed strictly;
 * the capability gets it with where the request came from. Answers like `action`.
 */
export function openAction<Schema extends z.ZodType, Data>(
  schema: Schema,
  capability: (input: z.output<Schema>, origin: Origin) => Promise<Data>,
): (input: z.input<Schema>) => Promise<ActionResult<Data>> {
  return async (input) => {
    try {
      const parsed = schema.safeParse(input);
      if (!parsed.success)
        throw new Refusal("invalid", "Some particulars need attention.", "invalid", fieldErrorsOf(parsed.error));
      return { ok: true, data: await capability(parsed.data, await requestOrigin()) };
    } catch (thrown) {
      unstable_rethrow(thrown);
      return refused(thrown);
    }
  };
}
