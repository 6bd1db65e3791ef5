import type { Figures, MonthFigures } from "@/lib/network/dentist-figures";
import { ratesOf, type Sums } from "@/lib/network/dentist-rates";
import { moneyText } from "../ui/money-text";
import { Stat } from "../ui/stat";
import { daysText, none, percentText, ratingText } from "./figure-text";

type Props = {
  own: MonthFigures[];
  all: Figures;
  href: (figure: string) => string;
  /** The lab's currency where money may be seen. */
  money: string | null;
  locale: string;
  /** Mean of all ratings ever. */
  ever: string | null;
};

const ZERO: Sums = {
  cases: 0,
  units: 0,
  madeCases: 0,
  madeUnits: 0,
  remadeCases: 0,
  remadeUnits: 0,
  onTime: 0,
  timedCases: 0,
  days: 0,
  heldCases: 0,
  holds: 0,
  ratings: 0,
  ratingPoints: 0,
};

function sumOf(months: MonthFigures[]): Sums {
  const total = { ...ZERO };
  for (const month of months) for (const key of Object.keys(ZERO) as (keyof Sums)[]) total[key] += month[key];
  return total;
}

/** The figures of the period, each with the lab's own beside it and a way to the cases. */
export function DentistStats({ own, all, href, money, locale, ever }: Props) {
  const sums = sumOf(own);
  const [mine, labs] = [ratesOf(sums), ratesOf(all)];
  const revenue = own.reduce((sum, { revenue: one }) => sum + Math.round(Number(one) * 100), 0) / 100;
  const compare = (text: string) => `Whole lab ${text}`;
  return (
    <div className="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-4">
      <Stat label="Cases delivered" value={sums.cases} detail={`${sums.units} units`} href={href("delivered")} />
      <Stat
        label="Remade units"
        value={percentText(mine.remadeUnits, locale)}
        detail={`${sums.remadeUnits} of ${sums.madeUnits}. ${compare(percentText(labs.remadeUnits, locale))}`}
        href={href("remade")}
      />
      <Stat
        label="Remade cases"
        value={percentText(mine.remadeCases, locale)}
        detail={`${sums.remadeCases} of ${sums.madeCases}. ${compare(percentText(labs.remadeCases, locale))}`}
        href={href("remade")}
      />
      <Stat
        label="On time"
        value={percentText(mine.onTime, locale)}
        detail={`${sums.cases - sums.onTime} late. ${compare(percentText(labs.onTime, locale))}`}
        href={href("late")}
      />
      <Stat
        label="Days in lab"
        value={daysText(mine.days, locale)}
        detail={compare(daysText(labs.days, locale))}
        href={href("delivered")}
      />
      <Stat
        label="Put on hold"
        value={percentText(mine.held, locale)}
        detail={`${sums.holds} holds. ${compare(percentText(labs.held, locale))}`}
        href={href("held")}
      />
      <Stat
        label="Rating by the practices"
        value={ratingText(mine.rating, locale)}
        detail={`${sums.ratings} ${sums.ratings === 1 ? "rating" : "ratings"}, 1 to 5; ever ${ever ? ratingText(Number(ever), locale) : none}. ${compare(ratingText(labs.rating, locale))}`}
        href={href("rated")}
      />
      {money && <Stat label="Invoiced, net" value={moneyText(revenue.toFixed(2), money, locale)} />}
    </div>
  );
}
