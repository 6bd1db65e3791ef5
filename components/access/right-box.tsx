"use client";

import { useRouter } from "next/navigation";
import { useOptimistic, useTransition } from "react";
import { PERMISSIONS, type Permission } from "@/lib/access/permissions";
import { setRight } from "@/lib/access/role-rights/actions";
import { refusalText } from "../forms/use-action";
import { Checkbox } from "../ui/checkbox";
import { toast } from "../ui/toast";

type RightBoxProps = { role: { id: string; name: string }; permission: Permission; granted: boolean; kept: boolean };

/** Whether a role may do one thing; a tick counts at once and can be taken back. */
export function RightBox({ role, permission, granted, kept }: RightBoxProps) {
  const router = useRouter();
  const [shown, show] = useOptimistic(granted);
  const [, startTransition] = useTransition();
  const set = (wanted: boolean, isUndo = false) =>
    startTransition(async () => {
      show(wanted);
      const result = await setRight({ roleId: role.id, permission, granted: wanted });
      if (!result.ok) return void toast.error(refusalText(result));
      router.refresh();
      if (isUndo) return;
      const words = PERMISSIONS[permission];
      toast.undo(wanted ? `${role.name} may now: ${words}` : `${role.name} may no longer: ${words}`, () =>
        set(!wanted, true),
      );
    });
  return (
    <Checkbox
      aria-label={`${role.name}: ${PERMISSIONS[permission]}`}
      checked={shown}
      disabled={kept}
      title={kept ? "Always kept" : undefined}
      onChange={(event) => set(event.target.checked)}
    />
  );
}
