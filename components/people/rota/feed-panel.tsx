"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { endRotaFeed, renewRotaFeed } from "@/lib/staff/rota/actions";
import { useAction } from "../../forms/use-action";
import { Button } from "../../ui/button";
import { CopyButton } from "../../ui/copy-button";
import { Input } from "../../ui/input";
import { DateTime } from "../../ui/time";
import { toast } from "../../ui/toast";

/** A feed that is open: one's own (null) or a department's; `since` is an ISO instant. */
export type OpenFeed = { departmentId: string | null; since: string };

type FeedPanelProps = { feeds: OpenFeed[]; department: { id: string; name: string } | null };

/** The calendar feeds of the acting person: their own rota and, when one is chosen, a department's. */
export function FeedPanel({ feeds, department }: FeedPanelProps) {
  const since = (id: string | null) => feeds.find(({ departmentId }) => departmentId === id)?.since;
  return (
    <div className="flex flex-col gap-5">
      <Feed title="My rota" departmentId={null} since={since(null)} />
      {department ? (
        <Feed key={department.id} title={department.name} departmentId={department.id} since={since(department.id)} />
      ) : (
        <p className="text-sm text-muted">Choose a department above the rota for a feed of it.</p>
      )}
    </div>
  );
}

function Feed({ title, departmentId, since }: { title: string; departmentId: string | null; since?: string }) {
  const router = useRouter();
  const [address, setAddress] = useState<string>();
  const renew = useAction(renewRotaFeed, {
    onSuccess: (made) => {
      setAddress(made.address);
      router.refresh();
    },
  });
  const end = useAction(endRotaFeed, {
    onSuccess: () => {
      setAddress(undefined);
      toast.success("The feed ended");
      router.refresh();
    },
  });
  return (
    <section aria-label={`Feed: ${title}`} className="flex flex-col gap-2">
      <h3 className="text-sm font-semibold">{title}</h3>
      {address ? (
        <>
          <div className="flex items-center gap-2">
            <Input readOnly aria-label={`Address of the feed: ${title}`} value={address} />
            <CopyButton text={address} label="Copy the address" />
          </div>
          <p className="text-xs text-muted">It is shown this once. Add it to your calendar as a subscription.</p>
        </>
      ) : (
        <p className="text-sm text-muted">
          {since ? (
            <>
              Open since <DateTime iso={since} format="date" />. Its address is not kept; a new one ends the old.
            </>
          ) : (
            "There is no address yet."
          )}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button size="sm" loading={renew.pending} onClick={() => renew.run({ departmentId })}>
          {since || address ? "New address" : "Make an address"}
        </Button>
        {(since || address) && (
          <Button size="sm" variant="danger" loading={end.pending} onClick={() => end.run({ departmentId })}>
            End the feed
          </Button>
        )}
      </div>
    </section>
  );
}
