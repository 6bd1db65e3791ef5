import type { ServerAction } from "@/components/forms/action-result";

/** The commands on saved views, which the lab and the portal have each for themselves. */
export type ViewActions = {
  save: ServerAction<{ name: string; query: string; shared: boolean }, { id: string; query: string }>;
  update: ServerAction<{ id: string; version: number; query: string }, unknown>;
  rename: ServerAction<{ id: string; version: number; name: string; shared: boolean }, unknown>;
  remove: ServerAction<{ id: string }, { id: string; name: string }>;
  restore: ServerAction<{ id: string }, unknown>;
  openWith: ServerAction<{ id: string | null }, unknown>;
};
