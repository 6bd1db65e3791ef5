import { cn } from "./cn";
import { type Tone, toneMark } from "./tone";

type ProgressProps = {
  value: number;
  max?: number;
  label: string;
  showValue?: boolean;
  tone?: Tone;
  className?: string;
};

/** How far along something is, `value` of `max`. */
export function Progress({ value, max = 100, label, showValue, tone, className }: ProgressProps) {
  const share = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  return (
    <div className={cn("flex items-center gap-2", className)}>
      <div
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={Math.min(max, Math.max(0, value))}
        className="h-1.5 min-w-16 flex-1 overflow-hidden rounded-full bg-line"
      >
        <div
          className={cn("h-full rounded-full", tone ? toneMark[tone] : "bg-accent")}
          style={{ width: `${share * 100}%` }}
        />
      </div>
      {showValue && <span className="text-xs text-muted tabular-nums">{Math.round(share * 100)}%</span>}
    </div>
  );
}
