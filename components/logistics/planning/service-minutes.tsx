"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { setServiceMinutes } from "@/lib/logistics/planning/actions";
import { refusalText, useAction } from "../../forms/use-action";
import { toast } from "../../ui/toast";

/** How long a stop takes, kept when the field is left or Enter pressed. */
export function ServiceMinutes({ stopId, practice, minutes }: { stopId: string; practice: string; minutes: number }) {
  const router = useRouter();
  const [text, setText] = useState(String(minutes));
  useEffect(() => setText(String(minutes)), [minutes]);
  const { run } = useAction(setServiceMinutes, {
    onSuccess: () => router.refresh(),
    onRefused: (refusal) => {
      setText(String(minutes));
      toast.error(refusalText(refusal));
    },
  });
  const keep = () => {
    if (text.trim() !== "" && Number(text) !== minutes) run({ stopId, minutes: Number(text) });
    else setText(String(minutes));
  };
  return (
    <label className="flex shrink-0 items-center gap-1 text-xs text-muted">
      <input
        type="number"
        inputMode="numeric"
        min={0}
        max={240}
        value={text}
        aria-label={`Minutes at ${practice}`}
        onChange={(event) => setText(event.target.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
        className="control h-control-sm w-14 px-1.5 text-right tabular-nums"
      />
      min
    </label>
  );
}
