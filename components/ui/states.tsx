import { CircleAlert, Inbox } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";

type EmptyStateProps = {
  title: string;
  hint?: ReactNode;
  icon?: ReactNode;
  action?: ReactNode;
  /** The state is the whole page, so its title is the page's. */
  page?: boolean;
  className?: string;
};

/** Nothing here: why, and what to do about it. */
export function EmptyState({ title, hint, icon, action, page, className }: EmptyStateProps) {
  const Title = page ? "h1" : "p";
  return (
    <div className={cn("flex flex-col items-center px-4 py-10 text-center", className)}>
      <span aria-hidden className="mb-2 text-muted [&_svg]:size-6">
        {icon ?? <Inbox strokeWidth={1.5} />}
      </span>
      <Title className={page ? "text-lg font-semibold" : "text-sm font-medium"}>{title}</Title>
      {hint && <p className="mt-0.5 max-w-prose text-sm text-muted">{hint}</p>}
      {action && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}

type ErrorStateProps = {
  title?: string;
  message: ReactNode;
  retry?: () => void;
  action?: ReactNode;
  className?: string;
};

/** Something could not be shown: what, and a way on. */
export function ErrorState({ title = "This could not be loaded", message, retry, action, className }: ErrorStateProps) {
  return (
    <div role="alert" className={cn("flex flex-col items-center px-4 py-10 text-center", className)}>
      <CircleAlert aria-hidden strokeWidth={1.5} className="mb-2 size-6 text-danger-mark" />
      <p className="text-sm font-medium">{title}</p>
      <p className="mt-0.5 max-w-prose text-sm text-muted">{message}</p>
      {(retry || action) && (
        <div className="mt-3 flex flex-wrap justify-center gap-2">
          {retry && <Button onClick={retry}>Try again</Button>}
          {action}
        </div>
      )}
    </div>
  );
}

/** A grey stand-in of the size that the content will have. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn("block h-4 animate-pulse rounded-sm bg-line/70", className)} />;
}

/** A list that is still loading: `rows` grey lines and words for screen readers. */
export function LoadingState({ rows = 6, label = "Loading" }: { rows?: number; label?: string }) {
  return (
    <div role="status" className="flex flex-col gap-3 p-4">
      <span className="sr-only">{label}…</span>
      {Array.from({ length: rows }, (_, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: identical placeholders without identity
        <Skeleton key={i} className={i % 3 === 2 ? "w-2/3" : "w-full"} />
      ))}
    </div>
  );
}
