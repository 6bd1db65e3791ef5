import { Ban, Check, CircleDashed, CircleDot, Info, type LucideIcon, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { type Tone, toneClass } from "./tone";

const shape: Record<Tone, LucideIcon> = {
  neutral: CircleDashed,
  info: Info,
  progress: CircleDot,
  success: Check,
  warning: TriangleAlert,
  danger: Ban,
};

type BadgeProps = { tone?: Tone; children: ReactNode; className?: string; title?: string };

/** A short word or count on a tinted ground. */
export function Badge({ tone = "neutral", children, className, title }: BadgeProps) {
  return (
    <span
      data-tone={tone}
      title={title}
      className={cn(
        "inline-flex h-5 max-w-full items-center gap-1 rounded-sm border px-1.5 text-xs font-medium whitespace-nowrap",
        toneClass[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}

/** A state: tone, a shape that differs per tone (or the given icon) and a word, so colour is never the only sign. */
export function StatusBadge({ tone = "neutral", icon, children, ...rest }: BadgeProps & { icon?: LucideIcon }) {
  const Shape = icon ?? shape[tone];
  return (
    <Badge tone={tone} {...rest}>
      <Shape aria-hidden className="size-3 shrink-0" strokeWidth={2.5} />
      <span className="truncate">{children}</span>
    </Badge>
  );
}
