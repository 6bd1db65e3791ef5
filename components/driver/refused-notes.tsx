import type { Refused } from "@/lib/logistics/road/phone/keeping";
import { DEED_WORDS } from "@/lib/logistics/road/words";
import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import { DateTime } from "../ui/time";

/** What the lab did not take over, each with what is now true there; the dispatchers know of it too. */
export function RefusedNotes({ refused, onRead }: { refused: readonly Refused[]; onRead: (id: string) => void }) {
  return (
    <div role="alert" className="flex flex-col gap-3 empty:hidden">
      {refused.map((one) => (
        <Notice
          key={one.id}
          tone="danger"
          title={
            <>
              Not taken over: {DEED_WORDS[one.kind].toLowerCase()}
              {one.practice && `, ${one.practice}`}, <DateTime iso={one.at} format="time" />
            </>
          }
          action={
            <Button size="lg" onClick={() => onRead(one.id)}>
              Understood
            </Button>
          }
        >
          {one.words} The office has been told what you reported.
        </Notice>
      ))}
    </div>
  );
}
