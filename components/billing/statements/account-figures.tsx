import type { Account } from "@/lib/billing/statements/account";
import { Panel } from "../../ui/card";
import { Money } from "../../ui/money";
import { Stat } from "../../ui/stat";
import { DateTime } from "../../ui/time";
import { AgeingBar } from "./ageing-bar";

/** What an account comes to on its last day, and how old what is owed is. */
export function AccountFigures({ account, audience }: { account: Account; audience: "lab" | "practice" }) {
  const { closing, opening, credit, overdue, currency, ageing, from, to } = account;
  const owes = audience === "lab" ? "Owed to the lab" : "You owe";
  return (
    <>
      <div className="mb-4 grid grid-cols-2 gap-3 lg:grid-cols-4">
        <Stat
          label={closing.startsWith("-") ? "In credit" : owes}
          value={<Money amount={closing.replace("-", "")} currency={currency} />}
          detail={<DateTime iso={to} format="date" />}
        />
        <Stat
          label="Of that overdue"
          value={
            <Money amount={overdue} currency={currency} className={overdue === "0.00" ? "" : "text-danger-text"} />
          }
        />
        <Stat
          label="Unallocated credit"
          value={<Money amount={credit} currency={currency} />}
          detail="Paid or credited, on no invoice yet"
        />
        <Stat
          label="Opening balance"
          value={<Money amount={opening} currency={currency} />}
          detail={<DateTime iso={from} format="date" />}
        />
      </div>
      <Panel title="How old what is owed is" className="mb-4">
        <AgeingBar ageing={ageing} currency={currency} />
      </Panel>
    </>
  );
}
