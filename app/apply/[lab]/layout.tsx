import type { ReactNode } from "react";
import { PublicLabFrame } from "@/components/access/public-lab-frame";

type Props = { params: Promise<{ lab: string }>; children: ReactNode };

/** The frame of what strangers see of a lab. */
export default async function ApplyLayout({ params, children }: Props) {
  return <PublicLabFrame slug={(await params).lab}>{children}</PublicLabFrame>;
}
