import { ArrowDownRight, ArrowRight, ArrowUpRight } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { type Tone, toneText } from "./tone";

type StatProps = {
  label: string;
  /** The figure, ready to show. */
  value: ReactNode;
  /** Small words under the figure: unit, period, "as of". */
  detail?: ReactNode;
  /** Change against before; `tone` says whether that is good, the arrow which way. */
  delta?: { text: string; direction: "up" | "down" | "flat"; tone?: Tone };
  /** Where the cases behind the figure are. */
  href?: string;
  className?: string;
};

const arrow = { up: ArrowUpRight, down: ArrowDownRight, flat: ArrowRight };

/** One figure with its name, its change and a way to what is behind it. */
export function Stat({ label, value, detail, delta, href, className }: StatProps) {
  const Arrow = delta ? arrow[delta.direction] : null;
  return (
    <div
      className={cn("relative rounded-lg border bg-surface px-4 py-3", href && "hover:border-line-strong", className)}
    >
      <p className="text-xs text-muted">
        {href ? (
          <Link href={href} className="after:absolute after:inset-0 after:rounded-lg">
            {label}
          </Link>
        ) : (
          label
        )}
      </p>
      <p className="mt-0.5 flex flex-wrap items-baseline gap-x-2" data-figure>
        <span className="text-2xl font-semibold tracking-tight">{value}</span>
        {delta && Arrow && (
          <span
            className={cn("inline-flex items-center gap-0.5 text-xs font-medium", toneText[delta.tone ?? "neutral"])}
          >
            <Arrow aria-label={delta.direction} role="img" className="size-3.5" />
            {delta.text}
          </span>
        )}
      </p>
      {detail && <p className="text-xs text-muted">{detail}</p>}
    </div>
  );
}
