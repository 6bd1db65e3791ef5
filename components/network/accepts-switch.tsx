"use client";

import { ExternalLink } from "lucide-react";
import { useRouter } from "next/navigation";
import { setAcceptsApplications } from "@/lib/network/actions";
import { useAction } from "../forms/use-action";
import { LinkButton } from "../ui/button";
import { CopyButton } from "../ui/copy-button";
import { Switch } from "../ui/switch";
import { toast } from "../ui/toast";

/** Whether the lab's public form is open, and its address to hand out. */
export function AcceptsSwitch({ accepts, address }: { accepts: boolean; address: string }) {
  const router = useRouter();
  const set = useAction(setAcceptsApplications, {
    onSuccess: ({ accepts: now }) => {
      toast.success(now ? "The application form is open" : "The application form is closed");
      router.refresh();
    },
  });
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Switch
        label="Form open"
        checked={accepts}
        disabled={set.pending}
        onChange={(event) => set.run({ accepts: event.target.checked })}
      />
      <CopyButton text={address} label="Copy its address" />
      <LinkButton href={new URL(address).pathname} icon={<ExternalLink />} size="sm" variant="ghost">
        See the form
      </LinkButton>
    </div>
  );
}
