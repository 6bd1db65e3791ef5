"use client";

import { Check } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { startHere } from "@/lib/access/people/actions";
import { switchLab } from "@/lib/access/session-actions";
import { useAction } from "../forms/use-action";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { toast } from "../ui/toast";

type Place = { key: string; name: string; current: boolean };

/** The practices one acts for: the current one, with a way to start at it, and the others to switch to. */
export function PlaceList({ places, startsHere }: { places: readonly Place[]; startsHere: boolean }) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();
  const start = useAction(startHere, {
    onSuccess: () => {
      toast.success("You start at this practice from now on");
      router.refresh();
    },
  });
  return (
    <ul className="divide-y">
      {places.map((place) => (
        <li key={place.key} className="flex min-h-row items-center gap-3 px-4 py-2 text-sm">
          <span className="min-w-0 flex-1">
            {place.current && <Check aria-hidden className="mr-1 inline size-4 text-accent-text" />}
            {place.name}
            {place.current && <span className="sr-only"> (here)</span>}
          </span>
          {place.current ? (
            startsHere ? (
              <Badge tone="neutral">You start here</Badge>
            ) : (
              <Button size="sm" loading={start.pending} onClick={() => start.run({})}>
                Start here
              </Button>
            )
          ) : (
            <Button
              size="sm"
              disabled={pending}
              onClick={() => startTransition(async () => void (await switchLab(place.key)))}
              aria-label={`Switch to ${place.name}`}
            >
              Switch
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
