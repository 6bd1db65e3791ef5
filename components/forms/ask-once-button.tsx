"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";
import type { ServerAction } from "./action-result";
import { useAction } from "./use-action";

type AskOnceButtonProps = {
  action: ServerAction<{ idempotencyKey: string }, unknown>;
  icon: ReactNode;
  /** Said when it was asked for: what is under way, and where it will be seen. */
  asked: { title: string; detail: string };
  /** Nothing to press while one is being made. */
  underWay?: boolean;
  look?: "primary" | "small";
  children: ReactNode;
};

/** Asks for something that a job makes; pressed twice, or over a bad line, it is asked for once. */
export function AskOnceButton({ action, icon, asked, underWay, look = "primary", children }: AskOnceButtonProps) {
  const router = useRouter();
  const [key, setKey] = useState(() => crypto.randomUUID());
  const { run, pending } = useAction(action, {
    onSuccess: () => {
      setKey(crypto.randomUUID());
      toast.success(asked.title, asked.detail);
      router.refresh();
    },
  });
  return (
    <Button
      {...(look === "primary" ? { variant: "primary" as const } : { size: "sm" as const })}
      icon={icon}
      loading={pending}
      disabled={underWay}
      onClick={() => void run({ idempotencyKey: key })}
    >
      {children}
    </Button>
  );
}
