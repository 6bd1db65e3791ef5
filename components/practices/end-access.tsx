"use client";

import { UserMinus } from "lucide-react";
import { useRouter } from "next/navigation";
import { endPracticeAccess, restorePracticeAccess } from "@/lib/access/users/actions";
import { useAction } from "../forms/use-action";
import { IconButton } from "../ui/button";
import { toast } from "../ui/toast";

/** Ends a person's acting for a practice in the portal, with undo. */
export function EndAccess({ memberId, name }: { memberId: string; name: string }) {
  const router = useRouter();
  const restore = useAction(restorePracticeAccess, { onSuccess: () => router.refresh() });
  const end = useAction(endPracticeAccess, {
    onSuccess: () => {
      toast.undo(`${name} sees this practice no more`, () => restore.run({ memberId }));
      router.refresh();
    },
  });
  return (
    <IconButton
      label={`End access of ${name}`}
      icon={<UserMinus />}
      loading={end.pending}
      onClick={() => end.run({ memberId })}
    />
  );
}
