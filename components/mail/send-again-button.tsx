"use client";

import { Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { sendAgain } from "@/lib/mail/actions";
import { useAction } from "../forms/use-action";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";

/** Hands a letter that was not sent to the sender once more. */
export function SendAgainButton({ mailId }: { mailId: string }) {
  const router = useRouter();
  const { run, pending } = useAction(sendAgain, {
    onSuccess: () => {
      toast.success("Handed to the sender again");
      router.refresh();
    },
  });
  return (
    <Button icon={<Send aria-hidden />} loading={pending} onClick={() => run({ mailId })}>
      Send again
    </Button>
  );
}
