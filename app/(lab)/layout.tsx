import type { ReactNode } from "react";
import { navOf } from "@/components/access/nav-of";
import { SignedInFrame } from "@/components/access/signed-in-frame";
import { frameActor } from "@/lib/access/current";

export default async function LabLayout({ children }: { children: ReactNode }) {
  const actor = await frameActor("lab");
  return (
    <SignedInFrame actor={actor} nav={navOf(actor)}>
      {children}
    </SignedInFrame>
  );
}
