import type { PriceCheck } from "@/lib/billing/prices/check-price";
import { Money } from "../ui/money";
import { Notice } from "../ui/notice";

const bringIntoView = (section: HTMLElement | null) => section?.scrollIntoView({ block: "nearest" });

/** What the sample case costs, step by step; it comes into view by itself, since on a phone it is below what was pressed. */
export function PriceCheckResult({ result }: { result: PriceCheck }) {
  const { currency } = result;
  const missing = result.lines.filter(({ isMissing }) => isMissing).length;
  return (
    <section ref={bringIntoView} aria-live="polite" aria-label="Result" className="flex flex-col gap-3 border-t pt-3">
      {result.lists.length > 0 && (
        <p className="text-sm text-muted">
          By {result.lists[0]}
          {result.lists[1] && `, and ${result.lists[1]} for what it leaves out`}
        </p>
      )}
      {missing > 0 && (
        <Notice tone="warning">
          {missing === 1 ? "1 line has" : `${missing} lines have`} no price or tax: the draft would ask for it.
        </Notice>
      )}
      <ol className="flex flex-col gap-3">
        {result.lines.map((line, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines are in the order of the items that were asked for
          <li key={i}>
            <dl className="text-sm">
              {line.steps.map((step) => (
                <div
                  key={step.words}
                  className="flex justify-between gap-4 border-b border-dotted py-1 last:border-b-0"
                >
                  <dt>{step.words}</dt>
                  <dd className="shrink-0 tabular-nums">
                    {step.amount === null ? "–" : <Money amount={step.amount} currency={currency} />}
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
      </ol>
      <dl className="ml-auto grid grid-cols-[auto_auto] gap-x-6 gap-y-1 text-right text-sm tabular-nums">
        <dt className="text-muted">Net</dt>
        <dd>
          <Money amount={result.net} currency={currency} />
        </dd>
        <dt className="text-muted">Tax</dt>
        <dd>
          <Money amount={result.tax} currency={currency} />
        </dd>
        <dt className="font-semibold">Total</dt>
        <dd className="font-semibold">
          <Money amount={result.total} currency={currency} />
        </dd>
      </dl>
    </section>
  );
}
