"use client";

import { type ComponentType, useCallback, useState } from "react";

/** A component that is fetched when first needed: null until then, and how to fetch it. */
export function useLazy<Props>(
  loader: () => Promise<ComponentType<Props>>,
): [ComponentType<Props> | null, () => Promise<void>] {
  const [Loaded, setLoaded] = useState<ComponentType<Props> | null>(null);
  const load = useCallback(async () => {
    const component = await loader();
    setLoaded(() => component);
  }, [loader]);
  return [Loaded, load];
}
