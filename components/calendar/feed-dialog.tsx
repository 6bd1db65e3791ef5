"use client";

import { Rss } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { endCalendarAddress, renewCalendarAddress } from "@/lib/calendar/actions";
import { useAction } from "../forms/use-action";
import { Button, IconButton } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Dialog } from "../ui/dialog";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { DateTime } from "../ui/time";

/** The secret address at which other programs read one's own appointments; made, renewed and ended here. */
export function FeedDialog({ since }: { since: string | null }) {
  return (
    <Dialog
      title="My appointments in another program"
      description="An address to subscribe to in Outlook, Google Calendar or on your phone. It shows what you take part in."
      trigger={<IconButton label="Calendar address" icon={<Rss />} variant="secondary" />}
    >
      <Address since={since} />
    </Dialog>
  );
}

function Address({ since }: { since: string | null }) {
  const router = useRouter();
  const [address, setAddress] = useState<string | null>(null);
  const renew = useAction(renewCalendarAddress, {
    onSuccess: (made) => {
      setAddress(made.address);
      router.refresh();
    },
  });
  const end = useAction(endCalendarAddress, {
    onSuccess: () => {
      setAddress(null);
      router.refresh();
    },
  });
  return (
    <div className="flex flex-col gap-3 text-sm">
      {address ? (
        <>
          <div className="flex items-center gap-2">
            <Input readOnly value={address} aria-label="Your address" onFocus={(event) => event.target.select()} />
            <CopyButton text={address} label="Copy the address" />
          </div>
          <Notice tone="warning">
            It is shown only now. Whoever has it can read your appointments: keep it to yourself.
          </Notice>
        </>
      ) : (
        <p>
          {since ? (
            <>
              You have had an address since <DateTime iso={since} />. It is not kept in readable form; a new one ends
              the old.
            </>
          ) : (
            "You have no address yet."
          )}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        <Button variant="primary" loading={renew.pending} onClick={() => renew.run({})}>
          {since ? "Make a new address" : "Make an address"}
        </Button>
        {since && (
          <Button loading={end.pending} onClick={() => end.run({})}>
            End the address
          </Button>
        )}
      </div>
    </div>
  );
}
