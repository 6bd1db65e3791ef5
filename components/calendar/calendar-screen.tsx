"use client";

import dynamic from "next/dynamic";
import { useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import type { View } from "@/lib/calendar/vocabulary";
import { LinkTabs } from "../ui/link-tabs";
import { LoadingState } from "../ui/states";
import type { DrawingProps } from "./calendar-drawing";

const Drawing = dynamic(() => import("./calendar-drawing").then((module) => module.CalendarDrawing), {
  ssr: false,
  loading: () => <Loading />,
});

const LABELS: Record<View, string> = { day: "Day", week: "Week", month: "Month", agenda: "Agenda" };

/** The views of the calendar and the chosen one. Where none is chosen it is the week, on a phone the week as a list. */
export function CalendarScreen({ chosen, ...drawing }: Omit<DrawingProps, "view"> & { chosen: View | undefined }) {
  const narrow = useNarrow();
  const params = useSearchParams();
  const view = chosen ?? (narrow ? "agenda" : "week");
  const href = (to: View) => {
    const next = new URLSearchParams(params);
    next.set("view", to);
    return `/calendar?${next}`;
  };
  return (
    <div className="flex flex-col gap-3">
      <div data-print="hide">
        <LinkTabs
          label="View"
          items={(Object.keys(LABELS) as View[]).map((to) => ({
            href: href(to),
            label: LABELS[to],
            current: to === view,
          }))}
        />
      </div>
      {chosen || narrow !== null ? <Drawing {...drawing} view={view} /> : <Loading />}
    </div>
  );
}

const Loading = () => <LoadingState rows={10} label="Loading the calendar" />;

/** Whether the screen is a phone's; null until that is known. */
function useNarrow(): boolean | null {
  const [narrow, setNarrow] = useState<boolean | null>(null);
  useEffect(() => {
    const query = matchMedia("(width < 40rem)");
    const read = () => setNarrow(query.matches);
    read();
    query.addEventListener("change", read);
    return () => query.removeEventListener("change", read);
  }, []);
  return narrow;
}
