import { cn } from "../ui/cn";

/** The Casepan mark: a pan with a crown in it. Decorative beside the name. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" className={cn("size-6 shrink-0", className)}>
      <rect width="24" height="24" rx="6" fill="var(--accent)" />
      <path
        d="M8.5 13C7.5 11.5 7 10.4 7 9.1 7 7.4 8.2 6 9.9 6c.9 0 1.3.5 2.1.5S13.2 6 14.1 6C15.8 6 17 7.4 17 9.1c0 1.3-.5 2.4-1.5 3.9"
        fill="none"
        stroke="var(--accent-fg)"
        strokeWidth="1.8"
        strokeLinecap="round"
      />
      <path d="M5 15h14l-.8 2.4a1.2 1.2 0 0 1-1.1.8H6.9a1.2 1.2 0 0 1-1.1-.8z" fill="var(--accent-fg)" />
    </svg>
  );
}
