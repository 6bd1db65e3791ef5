import { Lock } from "lucide-react";
import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";

export const metadata: Metadata = { title: "Not allowed" };

export default function Forbidden() {
  return (
    <div className="flex min-h-[60dvh] items-center justify-center">
      <EmptyState
        icon={<Lock strokeWidth={1.5} />}
        page
        title="Your role does not open this"
        hint="Someone who runs your lab can change what your role may do."
        action={<LinkButton href="/">Go to your start</LinkButton>}
      />
    </div>
  );
}
