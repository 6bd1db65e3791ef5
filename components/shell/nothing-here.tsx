import { Compass } from "lucide-react";
import { LinkButton } from "../ui/button";
import { EmptyState } from "../ui/states";

/** What an address without a record says. It tells nobody whether the record exists elsewhere. */
export function NothingHere() {
  return (
    <div className="flex min-h-[60dvh] items-center justify-center">
      <EmptyState
        page
        icon={<Compass strokeWidth={1.5} />}
        title="There is nothing at this address"
        hint="It may have been removed, or it belongs to another lab or practice."
        action={<LinkButton href="/">Go to your start</LinkButton>}
      />
    </div>
  );
}
