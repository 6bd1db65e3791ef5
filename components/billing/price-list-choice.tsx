import Link from "next/link";
import type { ListedPriceList } from "@/lib/billing/price-lists";
import { Badge } from "../ui/badge";
import { DateTime } from "../ui/time";

type ChoiceProps = { lists: ListedPriceList[]; chosen: string | undefined; today: string };

/** The lab's price lists, to look at one of them. */
export function PriceListChoice({ lists, chosen, today }: ChoiceProps) {
  return (
    <ul className="flex flex-col">
      {lists.map((list) => (
        <li key={list.id}>
          <Link
            href={`/prices?list=${list.id}`}
            aria-current={list.id === chosen ? "page" : undefined}
            className="block min-h-row border-b px-4 py-2 text-sm hover:bg-hover aria-[current]:bg-accent-soft"
          >
            <span className="flex flex-wrap items-center gap-x-2 font-medium">
              {list.name} {list.isDefault && <Badge>default</Badge>}
              {list.validFrom > today && <Badge tone="info">to come</Badge>}
              {list.validTo && list.validTo < today && <Badge>ended</Badge>}
            </span>
            <span className="block text-xs text-muted">
              {list.currency}, from <DateTime iso={list.validFrom} format="date" />
              {list.validTo && (
                <>
                  {" "}
                  to <DateTime iso={list.validTo} format="date" />
                </>
              )}
              {` · ${list.prices === 1 ? "1 price" : `${list.prices} prices`}`}
              {list.practices > 0 && ` · ${list.practices === 1 ? "1 practice" : `${list.practices} practices`}`}
              {list.follows && ` · goes on from ${list.follows}`}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
