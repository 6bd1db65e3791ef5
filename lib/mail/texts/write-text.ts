import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { stale } from "@/lib/access/errors";
import { sql } from "@/lib/db/sql";
import type { LetterWords } from "../templates/kind";
import type { mailTextSchema, resetTextSchema } from "./schema";

type Revision = { kind: string; language: string; seen: number; words: LetterWords | null };

/** Writes the lab's words for a kind of letter; the revisions before stay. Refuses `stale` when another was written meanwhile. */
export const writeText = (context: Context, input: z.output<typeof mailTextSchema>) => addRevision(context, input);

/** Goes back to Casepan's own words, as one more revision. Refuses `stale`. */
export const resetText = (context: Context, input: z.output<typeof resetTextSchema>) =>
  addRevision(context, { ...input, words: null });

async function addRevision(
  { actor, tx }: Context,
  { kind, language, seen, words }: Revision,
): Promise<{ revision: number }> {
  const newest = await tx.row<{ revision: number }>(sql`
    SELECT revision FROM mail_texts WHERE kind = ${kind} AND language = ${language} ORDER BY revision DESC LIMIT 1`);
  if ((newest?.revision ?? 0) !== seen) throw stale("letter");
  const written = await tx.execute(sql`
    INSERT INTO mail_texts (kind, language, revision, words, written_by_id)
    VALUES (${kind}, ${language}, ${seen + 1}, ${words && JSON.stringify(words)}::jsonb, ${actor.userId})
    ON CONFLICT (lab_id, kind, language, revision) DO NOTHING`);
  if (written === 0) throw stale("letter");
  return { revision: seen + 1 };
}
