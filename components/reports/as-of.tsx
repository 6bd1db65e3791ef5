import { Notice } from "@/components/ui/notice";
import { DateTime } from "@/components/ui/time";
import { isStale, REFRESH_EVERY_MINUTES } from "@/lib/reports/refresh-schedule";

/** When a report's figures were true, and how they come to be newer. */
export function AsOf({ asOf, isLive }: { asOf: Date | null; isLive: boolean }) {
  if (!asOf) return <>Not refreshed yet; every {REFRESH_EVERY_MINUTES} minutes by the clock</>;
  return (
    <>
      As of <DateTime iso={asOf.toISOString()} format="datetime" />
      {isLive ? ", counted when it was opened" : `, refreshed every ${REFRESH_EVERY_MINUTES} minutes`}
    </>
  );
}

/** A warning over figures that have not been refreshed for long; nothing otherwise. */
export function StaleNotice({ asOf }: { asOf: Date | null }) {
  if (!isStale(asOf, new Date())) return null;
  return (
    <Notice tone="warning" title="These figures are old" className="mb-4">
      They are refreshed every {REFRESH_EVERY_MINUTES} minutes, and have not been for more than{" "}
      {6 * REFRESH_EVERY_MINUTES}. Press “Refresh now”; if that does not help, the jobs do not run, and whoever looks
      after the installation should look at Operations.
    </Notice>
  );
}
