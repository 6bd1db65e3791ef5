import type { z } from "zod";

/** One thing a lab may set: its key in the table `settings`, what it may be, and what holds until the lab says otherwise. */
export type Setting<Value> = {
  key: string;
  schema: z.ZodType<Value>;
  fallback: Value;
  /** In a sentence, for whoever reads the register. */
  says: string;
  /** `public` reaches practices and strangers; `secret` is kept enciphered and never leaves the server; `plain` is the lab's own. */
  reach: "plain" | "public" | "secret";
};

/** A setting that is kept enciphered: one line of text, or nothing. */
export type SecretSetting = Setting<string | null> & { reach: "secret" };
