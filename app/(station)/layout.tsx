import type { ReactNode } from "react";
import { RegionProvider } from "@/components/ui/region";
import { frameActor } from "@/lib/access/current";

/** A screen that stands at a bench: nothing but its work, edge to edge. */
export default async function StationLayout({ children }: { children: ReactNode }) {
  const { lab } = await frameActor("lab");
  return (
    <RegionProvider region={{ zone: lab.timeZone, locale: lab.locale, currency: lab.currency }}>
      {children}
    </RegionProvider>
  );
}
