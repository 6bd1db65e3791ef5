"use client";

import { createContext, useContext } from "react";
import type { MaterialChoice } from "@/lib/inventory/use/schema";

/** What the person said of the materials of a card's stages: lots in hand and other quantities. */
export const MaterialsContext = createContext<readonly MaterialChoice[]>([]);

/** The choices for these stages, as a completion sends them; nothing when all is as the bill says. */
export function useMaterials(stages: readonly { id: string }[]): MaterialChoice[] | undefined {
  const choices = useContext(MaterialsContext).filter(({ stageId }) => stages.some(({ id }) => id === stageId));
  return choices.length > 0 ? choices : undefined;
}
