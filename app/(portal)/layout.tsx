import type { ReactNode } from "react";
import { navOf } from "@/components/access/nav-of";
import { SignedInFrame } from "@/components/access/signed-in-frame";
import { frameActor } from "@/lib/access/current";

export default async function PortalLayout({ children }: { children: ReactNode }) {
  const actor = await frameActor("portal");
  return (
    <SignedInFrame actor={actor} nav={navOf(actor)}>
      {children}
    </SignedInFrame>
  );
}
