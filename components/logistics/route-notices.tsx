import type { Round } from "@/lib/logistics/round";
import { Notice } from "../ui/notice";

/** What who plans a route should know about it: places that are missing, ways that are only estimated, nobody to drive. */
export function RouteNotices({ editable, round, hasDriver }: { editable: boolean; round: Round; hasDriver: boolean }) {
  return (
    <>
      {editable && round.placeless.length > 0 && (
        <Notice tone="neutral" title="No times for this route">
          It is not known where {round.placeless.join(", ")} is. Coordinates let Casepan find the best order.
        </Notice>
      )}
      {round.note && (
        <Notice tone="warning" title="Times are rough">
          {round.note}
        </Notice>
      )}
      {editable && !hasDriver && (
        <Notice tone="warning" title="Nobody drives this route yet">
          It shows on no phone until it has a driver.
        </Notice>
      )}
    </>
  );
}
