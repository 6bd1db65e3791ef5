import { Compass } from "lucide-react";
import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/states";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <main className="flex min-h-[60dvh] items-center justify-center">
      <EmptyState
        icon={<Compass strokeWidth={1.5} />}
        title="There is nothing at this address"
        hint="It may have been removed, or it belongs to another lab or practice."
        action={<LinkButton href="/">Go to the start</LinkButton>}
      />
    </main>
  );
}
