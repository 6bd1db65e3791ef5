import { z } from "zod";
import type { Setting } from "../setting";

const words = z.string().trim().max(400, "At most 400 characters.");

/** Words that every practice reads at the top of its portal. */
export const PORTAL_NOTICE: Setting<string> & { reach: "public" } = {
  key: "notices.portal",
  schema: words,
  fallback: "",
  says: "Words that every practice reads at the top of its portal; empty for none.",
  reach: "public",
};

/** Words that strangers read above the application form. */
export const APPLY_NOTICE: Setting<string> & { reach: "public" } = {
  key: "notices.apply",
  schema: words,
  fallback: "",
  says: "Words that a dentist who applies reads above the form; empty for Casepan's own.",
  reach: "public",
};
