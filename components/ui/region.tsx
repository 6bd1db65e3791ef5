"use client";

import { createContext, type ReactNode, useContext } from "react";

/** How a lab writes time and money: IANA zone, BCP 47 locale, ISO 4217 currency. */
export type Region = { zone: string; locale: string; currency: string };

const RegionContext = createContext<Region>({ zone: "UTC", locale: "en-GB", currency: "GBP" });

/** Gives DateTime, RelativeTime and Money below it their zone, locale and currency. AppFrame does this with `region`. */
export function RegionProvider({ region, children }: { region: Region; children: ReactNode }) {
  return <RegionContext.Provider value={region}>{children}</RegionContext.Provider>;
}

export function useRegion(): Region {
  return useContext(RegionContext);
}
