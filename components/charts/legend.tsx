import type { Series } from "./figures";
import { SeriesPatterns, seriesColour, seriesDash, seriesFill } from "./series-look";

/** Names of the series with the pattern or dash each is drawn in. */
export function Legend({ chartId, series, lines }: { chartId: string; series: readonly Series[]; lines?: boolean }) {
  if (series.length < 2) return null;
  const own = `${chartId}-legend`;
  return (
    <ul className="mb-2 flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
      {series.map((each, i) => (
        <li key={each.key} className="flex items-center gap-1.5">
          <svg width="20" height="10" aria-hidden="true">
            {lines ? (
              <path d="M0 5h20" stroke={seriesColour(i)} strokeWidth="2.5" strokeDasharray={seriesDash(i)} />
            ) : (
              <>
                {i === 0 && <SeriesPatterns chartId={own} count={series.length} />}
                <rect width="20" height="10" rx="2" fill={seriesFill(own, i, series.length)} />
              </>
            )}
          </svg>
          {each.label}
        </li>
      ))}
    </ul>
  );
}
