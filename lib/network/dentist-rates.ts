/** Sums over some months, as `lab_dentist_performance()` keeps them. */
export type Sums = {
  cases: number;
  units: number;
  /** Those that a remake can be of: repairs adjust what exists and are none. */
  madeCases: number;
  madeUnits: number;
  remadeCases: number;
  remadeUnits: number;
  onTime: number;
  timedCases: number;
  /** Days in the lab of the timed cases together, a decimal. */
  days: number;
  heldCases: number;
  holds: number;
  ratings: number;
  ratingPoints: number;
};

/** What the sums say, shares from 0 to 1; null where there is nothing to divide by. */
export type Rates = {
  remadeUnits: number | null;
  remadeCases: number | null;
  onTime: number | null;
  /** Mean days in the lab. */
  days: number | null;
  held: number | null;
  /** Mean overall score, 1 to 5. */
  rating: number | null;
};

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

/** The rates of a dentist, or of the whole lab, from their sums. */
export const ratesOf = (s: Sums): Rates => ({
  remadeUnits: share(s.remadeUnits, s.madeUnits),
  remadeCases: share(s.remadeCases, s.madeCases),
  onTime: share(s.onTime, s.cases),
  days: share(s.days, s.timedCases),
  held: share(s.heldCases, s.cases),
  rating: share(s.ratingPoints, s.ratings),
});

/** What each figure counts, for the screens. Months are those of the lab's calendar. */
export const MEASURES = {
  cases: "Cases whose last item was delivered in the period.",
  units: "Units of the delivered items of those cases.",
  remadeUnits:
    "Units made again ÷ units of the cases delivered in the period, in whichever month the remake came. Repairs are adjustments and stand on neither side; cancelled remakes do not count.",
  remadeCases:
    "Cases of which anything was made again ÷ cases delivered in the period with at least one item that is no repair.",
  onTime: "Cases delivered on their due day or before, of the cases delivered in the period.",
  days: "Mean days from receiving to delivery, nights and weekends included, of the cases delivered in the period.",
  held: "Cases that stood still on hold at least once, of the cases delivered in the period.",
  rating: "Mean of the overall scores, 1 to 5, that the dentist's practices gave to cases delivered in the period.",
  revenue: "Net amounts of the invoices issued in the period for the dentist's cases, in the lab's currency.",
} as const;
export type Measure = keyof typeof MEASURES;
