import type { z } from "zod";
import type { Context } from "@/lib/access/action";
import { previewText } from "./preview-text";
import type { trialSchema } from "./schema";
import { type SentToOneself, sendToOneself } from "./send-to-oneself";

/** Sends the acting person a letter in the given words with sample data, kept or not; its subject says that it is a trial. Refuses `no_address`. */
export async function sendTrial(context: Context, input: z.output<typeof trialSchema>): Promise<SentToOneself> {
  const { subject, html, text } = await previewText(context, input);
  return sendToOneself(context, { subject: `Trial: ${subject}`, html, text });
}
