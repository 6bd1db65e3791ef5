"use client";

import { Lock, LockOpen } from "lucide-react";
import { useRouter } from "next/navigation";
import { lockRoute, unlockRoute } from "@/lib/logistics/planning/actions";
import { useAction } from "../../forms/use-action";
import { Button } from "../../ui/button";
import { toast } from "../../ui/toast";

/** Locks a planned route against changes, or unlocks it. */
export function LockButton({ routeId, locked }: { routeId: string; locked: boolean }) {
  const router = useRouter();
  const told = (what: string) => ({
    onSuccess: ({ name }: { name: string }) => {
      toast.success(`${name} ${what}`);
      router.refresh();
    },
  });
  const lock = useAction(lockRoute, told("locked"));
  const unlock = useAction(unlockRoute, told("unlocked"));
  return locked ? (
    <Button icon={<LockOpen />} loading={unlock.pending} onClick={() => unlock.run({ routeId })}>
      Unlock route
    </Button>
  ) : (
    <Button icon={<Lock />} loading={lock.pending} onClick={() => lock.run({ routeId })}>
      Lock route
    </Button>
  );
}
