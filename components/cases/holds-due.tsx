import { LinkButton } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

/** Says how many held cases are due to be looked at again, and leads to them. Nothing when none is. */
export function HoldsDue({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Notice
      tone="warning"
      title={count === 1 ? "A held case is to be looked at again" : `${count} held cases are to be looked at again`}
      action={
        <LinkButton href="/cases/holds" size="sm">
          Show them
        </LinkButton>
      }
      className="mb-4"
    />
  );
}
