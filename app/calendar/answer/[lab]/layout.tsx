import type { ReactNode } from "react";
import { PublicLabFrame } from "@/components/access/public-lab-frame";

type Props = { params: Promise<{ lab: string }>; children: ReactNode };

/** The frame of what a guest sees of an invitation. */
export default async function AnswerLayout({ params, children }: Props) {
  return (
    <PublicLabFrame slug={(await params).lab} width="max-w-xl" density="touch">
      {children}
    </PublicLabFrame>
  );
}
