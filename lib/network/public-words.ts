import type { ActingLab } from "@/lib/access/actor";
import { systemActor } from "@/lib/access/actor";
import { asActor } from "@/lib/db/as-actor";
import { APPLY_NOTICE } from "@/lib/settings/notices/notices";
import { readSetting } from "@/lib/settings/store";

/** What a lab says to whoever applies; empty for Casepan's own words. */
export const publicWords = (lab: ActingLab): Promise<string> =>
  asActor(systemActor(lab), (tx) => readSetting(tx, APPLY_NOTICE));
