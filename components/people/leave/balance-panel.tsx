import { daysWords } from "@/lib/staff/day-words";
import type { LeaveBalance } from "@/lib/staff/leave/balance";
import { Panel } from "../../ui/card";
import { DescriptionList } from "../../ui/description-list";

/** How the holiday of a year stands. */
export function BalancePanel({ balance, title }: { balance: LeaveBalance; title?: string }) {
  return (
    <Panel title={title ?? `Holiday of ${balance.year}`}>
      <DescriptionList
        columns={2}
        items={[
          { term: "Left", value: <strong className="tabular-nums">{daysWords(balance.left)}</strong> },
          { term: "Of", value: daysWords(balance.allowance) },
          { term: "Approved", value: daysWords(balance.approved) },
          { term: "Waiting", value: daysWords(balance.requested) },
        ]}
      />
    </Panel>
  );
}
