import type { ReactNode } from "react";
import { cn } from "./cn";
import { RelativeTime } from "./time";
import { type Tone, toneClass } from "./tone";

export type TimelineItem = {
  id: string;
  /** What happened, as a sentence. */
  sentence: ReactNode;
  who?: string;
  /** ISO 8601 instant. */
  when: string;
  tone?: Tone;
  icon?: ReactNode;
  /** More below the sentence: a reason, a note, pictures. */
  detail?: ReactNode;
};

/** What happened, in the order given, with who and when. */
export function Timeline({ items, label = "Timeline" }: { items: readonly TimelineItem[]; label?: string }) {
  return (
    <ol aria-label={label} className="relative">
      {items.map((item, i) => (
        <li key={item.id} className="relative flex gap-3 pb-4 last:pb-0">
          {i < items.length - 1 && (
            <span aria-hidden className="absolute top-6 bottom-0 left-3 w-px -translate-x-1/2 bg-line" />
          )}
          <span
            aria-hidden
            data-tone={item.tone ?? "neutral"}
            className={cn(
              "relative z-[1] flex size-6 shrink-0 items-center justify-center rounded-full border [&_svg]:size-3.5",
              toneClass[item.tone ?? "neutral"],
            )}
          >
            {item.icon ?? <span className="size-1.5 rounded-full bg-current" />}
          </span>
          <div className="min-w-0 flex-1 pt-0.5 text-sm">
            <p className="break-words">{item.sentence}</p>
            <p className="text-xs text-muted">
              {item.who && <>{item.who} · </>}
              <RelativeTime iso={item.when} />
            </p>
            {item.detail && <div className="mt-1.5 text-sm">{item.detail}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
