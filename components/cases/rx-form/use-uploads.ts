"use client";

import { useCallback } from "react";
import { useUploads as useSending } from "@/components/files/use-uploads";
import type { FileRow } from "@/lib/files/rows";

export type { Upload } from "@/components/files/use-uploads";

/** The files of a prescription while they are sent to its draft, which `ensureDraft` makes when there is none yet. */
export function useUploads(first: readonly FileRow[], mostBytes: number, ensureDraft: () => Promise<string | null>) {
  const target = useCallback(async () => {
    const draft = await ensureDraft();
    return draft ? { draft } : null;
  }, [ensureDraft]);
  return useSending(first, mostBytes, target);
}
