"use client";

import { Phone, Undo2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { toast } from "@/components/ui/toast";
import { withdrawRequest } from "@/lib/cases/approvals/actions";
import { AnswerForm } from "./answer-form";

/** What the lab can do with a design that waits: keep an answer given by telephone, or take the request back. */
export function RequestActions({ approvalId, version }: { approvalId: string; version: number }) {
  const router = useRouter();
  const [telephone, setTelephone] = useState(false);
  const withdraw = useAction(withdrawRequest, {
    onSuccess: () => {
      toast.success("Request withdrawn");
      router.refresh();
    },
  });
  return (
    <div className="flex flex-wrap gap-2">
      <Button size="sm" icon={<Phone aria-hidden />} onClick={() => setTelephone(true)}>
        Answered by telephone
      </Button>
      <Button
        size="sm"
        variant="ghost"
        icon={<Undo2 aria-hidden />}
        loading={withdraw.pending}
        onClick={() => withdraw.run({ approvalId, version, words: "" })}
      >
        Withdraw
      </Button>
      <Dialog
        title="The dentist answered by telephone"
        description="The answer is kept under your name."
        open={telephone}
        onOpenChange={setTelephone}
        size="sm"
      >
        <AnswerForm approvalId={approvalId} version={version} byLab onAnswered={() => setTelephone(false)} />
      </Dialog>
    </div>
  );
}
