/** Figures in words of the reader's locale; a dash where there is none. */
export const none = "–";

export const percentText = (share: number | null, locale: string): string =>
  share === null ? none : share.toLocaleString(locale, { style: "percent", maximumFractionDigits: 1 });

export const daysText = (days: number | null, locale: string): string =>
  days === null ? none : days.toLocaleString(locale, { maximumFractionDigits: 1 });

export const ratingText = (rating: number | null, locale: string): string =>
  rating === null ? none : rating.toLocaleString(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
