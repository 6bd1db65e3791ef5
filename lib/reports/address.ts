import type { Part } from "./result";
import { headOf, type ReportName, type ReportParams } from "./schema";

/** What of the address stays when one goes from a report to what is behind it, or to another one: what is not said is left out. */
function kept(name: ReportName, params: ReportParams): URLSearchParams {
  const { filters, period } = headOf(name);
  const said = new URLSearchParams();
  if (period) {
    if (params.period !== "6m") said.set("period", params.period);
    if (params.period === "own") {
      if (params.from) said.set("from", params.from);
      if (params.to) said.set("to", params.to);
    }
    if (params.compare !== "before") said.set("compare", params.compare);
  }
  for (const filter of filters) {
    const value = params[filter];
    if (value) said.set(filter, value);
  }
  return said;
}

const at = (path: string, params: URLSearchParams) => (params.size > 0 ? `${path}?${params}` : path);

/** The address of a report with what it has in common with `params`. */
export const reportHref = (name: ReportName, params: ReportParams): string =>
  at(`/reports/${name}`, kept(name, params));

/** The address of a report as a file of what is on the screen. */
export const exportHref = (name: ReportName, params: ReportParams, kind: "csv" | "pdf"): string =>
  at(`/api/reports/${name}/${kind}`, kept(name, params));

/** The address of what is behind a figure of a report; `of` says which figure that is, `after` and `before` are keys of its pages. */
export function behindHref(
  name: ReportName,
  params: ReportParams,
  part: Part & { of?: string; after?: string; before?: string },
): string {
  const said = kept(name, params);
  for (const [key, value] of Object.entries(part)) if (value) said.set(key, value);
  return at(`/reports/${name}/behind`, said);
}
