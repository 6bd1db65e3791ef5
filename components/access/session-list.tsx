"use client";

import { Laptop, Smartphone } from "lucide-react";
import { useRouter } from "next/navigation";
import { endOtherSessions, endSession } from "@/lib/access/account/actions";
import { signOut } from "@/lib/access/session-actions";
import { useAction } from "../forms/use-action";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { DateTime, RelativeTime } from "../ui/time";
import { toast } from "../ui/toast";

/** `lastSeen` and `signedIn` are ISO instants. */
type ShownSession = {
  id: string;
  device: string;
  ip: string | null;
  lab: string | null;
  lastSeen: string;
  signedIn: string;
  current: boolean;
};

/** Every device one is signed in on, and how to sign out there. */
export function SessionList({ sessions }: { sessions: ShownSession[] }) {
  const router = useRouter();
  const one = useAction(endSession, {
    onSuccess: () => {
      toast.success("Signed out there");
      router.refresh();
    },
  });
  const others = useAction(endOtherSessions, {
    onSuccess: ({ ended }) => {
      toast.success(ended === 1 ? "Signed out on 1 other device" : `Signed out on ${ended} other devices`);
      router.refresh();
    },
  });
  return (
    <>
      <ul className="divide-y divide-line">
        {sessions.map((session) => (
          <li key={session.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3 text-sm">
            {/iPhone|Android/.test(session.device) ? (
              <Smartphone aria-hidden className="size-5 shrink-0 text-muted" />
            ) : (
              <Laptop aria-hidden className="size-5 shrink-0 text-muted" />
            )}
            <div className="min-w-0 flex-1">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {session.device}
                {session.current && <Badge tone="success">This one</Badge>}
              </p>
              <p className="text-xs text-muted">
                {[session.ip, session.lab].filter(Boolean).join(" · ")}
                {(session.ip || session.lab) && " · "}seen <RelativeTime iso={session.lastSeen} />, signed in{" "}
                <DateTime iso={session.signedIn} format="datetime" />
              </p>
            </div>
            {session.current ? (
              <form action={signOut}>
                <Button type="submit" size="sm">
                  Sign out here
                </Button>
              </form>
            ) : (
              <Button
                size="sm"
                loading={one.pending}
                aria-label={`Sign out ${session.device}`}
                onClick={() => one.run({ sessionId: session.id })}
              >
                Sign out
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <p className="border-t px-4 py-3">
          <Button loading={others.pending} onClick={() => others.run({})}>
            Sign out everywhere else
          </Button>
        </p>
      )}
    </>
  );
}
