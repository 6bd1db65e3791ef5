"use client";

import { useRouter } from "next/navigation";
import { tellPractices } from "@/lib/inventory/recalls/actions";
import { useAction } from "../../forms/use-action";
import { Button } from "../../ui/button";
import { Notice } from "../../ui/notice";
import { toast } from "../../ui/toast";

/** Cases that came up after the practices were told, and the one tap that tells theirs. */
export function TellRest({ recallId, cases }: { recallId: string; cases: number }) {
  const router = useRouter();
  const tell = useAction(tellPractices, {
    onSuccess: ({ told }) => {
      toast.success(told === 1 ? "1 practice is told" : `${told} practices are told`);
      router.refresh();
    },
  });
  return (
    <Notice
      className="mb-4"
      tone="warning"
      title={cases === 1 ? "1 affected case came up later" : `${cases} affected cases came up later`}
      action={
        <Button size="sm" loading={tell.pending} onClick={() => tell.run({ recallId })}>
          Tell the practices
        </Button>
      }
    >
      Their practices do not know yet.
    </Notice>
  );
}
