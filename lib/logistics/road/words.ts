import type { RoadCommandKind } from "./schema";

/** What a command reports, as a person says it. */
export const DEED_WORDS: Record<RoadCommandKind, string> = {
  start: "Started the route",
  load: "Loaded a parcel",
  unload: "Took a parcel off",
  arrive: "Arrived",
  leave: "Not here yet",
  skip: "Later",
  resume: "Not later",
  deliver: "Delivered",
  collect: "Collected",
  visit: "Called, nothing to do",
  fail: "Not delivered",
  reorder: "Changed the order",
  count: "Counted the van",
};
