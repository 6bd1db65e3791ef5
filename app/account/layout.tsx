import type { ReactNode } from "react";
import { navOf } from "@/components/access/nav-of";
import { SignedInFrame } from "@/components/access/signed-in-frame";
import { frameActor } from "@/lib/access/current";

/** One's own account, in the frame of one's part of Casepan. */
export default async function AccountLayout({ children }: { children: ReactNode }) {
  const actor = await frameActor();
  return (
    <SignedInFrame actor={actor} nav={navOf(actor)}>
      {children}
    </SignedInFrame>
  );
}
