import type { z } from "zod";
import { asAuth } from "@/lib/db/as-actor";
import { sql } from "@/lib/db/sql";
import { conflict, invalid, notFound, Refusal } from "../errors";
import { forgetSetUpTries, maySetUp } from "../guesses";
import type { Origin } from "../sign-in";
import { codeHash } from "./code";
import { installationIsEmpty } from "./is-empty";
import type { FirstLab, keepDraftSchema, proveCodeSchema } from "./schema";

/** What was written of the first lab with this code, null before anything was. */
type Draft = { lab: FirstLab | null };

/**
 * Opens the set-up to whoever holds a code that npm start printed. Refuses at `code` one that does not hold, `too_many` after ten tries
 * in a quarter of an hour from one network address, and `not_found` once there is a lab.
 */
export async function proveCode({ code }: z.output<typeof proveCodeSchema>, { ip }: Origin): Promise<Draft> {
  if (!(await installationIsEmpty())) throw notFound("page");
  if (!(await maySetUp(ip)))
    throw new Refusal(
      "too_many",
      "Too many codes were tried. Wait a quarter of an hour; npm start prints the right one.",
    );
  const found = await asAuth((tx) =>
    tx.row<{ draft: FirstLab | null }>(sql`
      SELECT draft FROM setup_codes WHERE code_hash = ${codeHash(code)} AND used_at IS NULL AND expires_at > now()`),
  );
  if (!found) throw wrongCode();
  await forgetSetUpTries(ip);
  return { lab: found.draft };
}

/** Keeps what was written of the lab with the code, so that the set-up can be left and taken up again. Refuses as `proveCode`. */
export async function keepDraft(input: z.output<typeof keepDraftSchema>, origin: Origin): Promise<null> {
  await proveCode(input, origin);
  await asAuth((tx) =>
    tx.execute(sql`
      UPDATE setup_codes SET draft = ${JSON.stringify(input.lab)}::jsonb WHERE code_hash = ${codeHash(input.code)} AND used_at IS NULL`),
  );
  return null;
}

/** At the code's field. */
const wrongCode = () =>
  invalid(
    "code",
    "This code does not hold. npm start prints it where the app was started; starting again prints a new one.",
  );

/** Somebody was quicker. */
export const labIsThere = () =>
  conflict("lab_exists", "A lab was opened here in the meantime. Sign in, or ask whoever opened it to invite you.");
