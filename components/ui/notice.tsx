import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { type Tone, toneClass } from "./tone";

type NoticeProps = { tone?: Tone; title?: ReactNode; children?: ReactNode; action?: ReactNode; className?: string };

/** A message that belongs to the screen and stays: why something is held, what a manager should know. */
export function Notice({ tone = "info", title, children, action, className }: NoticeProps) {
  const Icon =
    tone === "danger" ? CircleAlert : tone === "warning" ? TriangleAlert : tone === "success" ? CircleCheck : Info;
  return (
    <div
      data-tone={tone}
      className={cn("flex gap-2.5 rounded-lg border px-3 py-2.5 text-sm", toneClass[tone], className)}
    >
      <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0 flex-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div>{children}</div>}
      </div>
      {action}
    </div>
  );
}
