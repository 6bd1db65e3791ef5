/** Cases are counted up to here; beyond, a list says "1,000+". */
export const COUNT_MOST = 1000;

/** A count as `countCases` answers it, in figures of a language: "143", "1,000+". */
export const countFigure = (counted: number, locale: string): string =>
  `${new Intl.NumberFormat(locale).format(Math.min(counted, COUNT_MOST))}${counted > COUNT_MOST ? "+" : ""}`;

/** A count in words: "1 case", "143 cases", "1,000+ cases". */
export const countWords = (counted: number, locale: string): string =>
  `${countFigure(counted, locale)} ${counted === 1 ? "case" : "cases"}`;
