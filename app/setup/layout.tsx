import type { ReactNode } from "react";
import { PublicFrame } from "@/components/shell/public-frame";

/** The frame of the first set-up, where there is no lab yet. */
export default function SetupLayout({ children }: { children: ReactNode }) {
  return <PublicFrame>{children}</PublicFrame>;
}
