"use client";

import { useRouter } from "next/navigation";
import { endUserSession } from "@/lib/access/users/actions";
import { useAction } from "../forms/use-action";
import { Button } from "../ui/button";
import { DateTime, RelativeTime } from "../ui/time";
import { toast } from "../ui/toast";

/** `lastSeen` and `signedIn` are ISO instants. */
type Shown = { id: string; device: string; ip: string | null; lastSeen: string; signedIn: string };

/** Where somebody is signed in to the lab, each to be ended by who may. */
export function UserSessions({ sessions, mayEnd }: { sessions: Shown[]; mayEnd: boolean }) {
  const router = useRouter();
  const end = useAction(endUserSession, {
    onSuccess: () => {
      toast.success("Signed out there");
      router.refresh();
    },
  });
  if (sessions.length === 0) return <p className="text-sm text-muted">Not signed in anywhere.</p>;
  return (
    <ul className="divide-y divide-line">
      {sessions.map(({ id, device, ip, lastSeen, signedIn }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2 text-sm">
          <span>
            <span className="font-medium">{device}</span>
            <span className="block text-xs text-muted">
              {ip && `${ip} · `}seen <RelativeTime iso={lastSeen} />, signed in{" "}
              <DateTime iso={signedIn} format="datetime" />
            </span>
          </span>
          {mayEnd && (
            <Button
              size="sm"
              loading={end.pending}
              aria-label={`Sign out ${device}`}
              onClick={() => end.run({ sessionId: id })}
            >
              Sign out
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
