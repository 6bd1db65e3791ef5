import type { PastAttempt } from "@/lib/logistics/dispatch/failed-queries";
import { Panel } from "../../ui/card";
import { DateTime } from "../../ui/time";

/** The attempts at a shipment that failed and what was decided each time; nothing when there were none. */
export function PastAttempts({ attempts }: { attempts: readonly PastAttempt[] }) {
  if (attempts.length === 0) return null;
  return (
    <Panel title="Attempts that failed" aside={attempts.length} flush>
      <ol className="divide-y text-sm">
        {attempts.map((one) => (
          <li key={one.id} className="px-4 py-2.5">
            <p>
              <span className="font-medium">Attempt {one.attempt}</span>
              {one.failedAt && (
                <>
                  {", "}
                  <DateTime iso={one.failedAt.toISOString()} />
                </>
              )}
            </p>
            <p className="text-danger-text">
              {one.reason ?? "No reason was given"}
              {one.note && `: ${one.note}`}
            </p>
            <p className="text-xs text-muted">
              {one.decidedBy ? `${one.decidedBy}: ` : ""}
              <Decision attempt={one} />
            </p>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Decision({ attempt: { way, goesOn, carrier } }: { attempt: PastAttempt }) {
  if (way === "carrier") return <>goes with {carrier}</>;
  if (way === "collected") return <>the practice collects it</>;
  if (!goesOn) return <>waits for the next route</>;
  return (
    <>
      {"to be brought again on "}
      <DateTime iso={goesOn} format="day" />
    </>
  );
}
