"use client";

import { useDndContext, useDroppable } from "@dnd-kit/core";
import { cn } from "../../ui/cn";

const PREFIX = "route:";

/** The route that a drop target stands for, null when it is none. */
export const otherRouteOf = (id: string | number | undefined): string | null =>
  typeof id === "string" && id.startsWith(PREFIX) ? id.slice(PREFIX.length) : null;

/** Other routes of the day as places to drop a stop on; they show while one is carried. */
export function OtherRoutes({ routes }: { routes: { id: string; name: string }[] }) {
  const { active } = useDndContext();
  return (
    <div
      className={cn(
        "sticky bottom-0 flex flex-wrap gap-2 border-t bg-surface p-3",
        active ? "visible" : "invisible absolute",
      )}
    >
      {routes.map((route) => (
        <OtherRoute key={route.id} {...route} />
      ))}
    </div>
  );
}

function OtherRoute({ id, name }: { id: string; name: string }) {
  const { setNodeRef, isOver } = useDroppable({ id: `${PREFIX}${id}` });
  return (
    <div
      ref={setNodeRef}
      className={cn(
        "flex min-h-12 min-w-32 flex-1 items-center justify-center rounded-md border border-dashed px-3 text-sm",
        isOver && "border-accent bg-hover font-medium",
      )}
    >
      Move to {name}
    </div>
  );
}
