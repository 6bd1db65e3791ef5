import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { addressOf } from "@/lib/access/tokens";
import { letterKind } from "../templates/catalogue";
import { drawLetter } from "../templates/write-letter";
import type { previewSchema } from "./schema";

/** A letter in the given words with sample data, as it would arrive. Writes nothing. */
export async function previewText(
  { actor }: Context,
  { kind, language, words }: z.output<typeof previewSchema>,
): Promise<{ subject: string; html: string; text: string }> {
  const { places } = letterKind(kind);
  const values = Object.fromEntries(Object.entries(places).map(([name, { sample }]) => [name, sample]));
  return drawLetter(kind, words, language, {
    from: actor.lab.name,
    href: addressOf("/sign-in"),
    values: { ...values, ...("lab" in places ? { lab: actor.lab.name } : {}) },
  });
}
