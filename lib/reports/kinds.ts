import { bottleneck } from "./kinds/bottleneck";
import { completion } from "./kinds/completion";
import { departments } from "./kinds/departments";
import { failed } from "./kinds/failures";
import { inProgress } from "./kinds/in-progress";
import { onTime } from "./kinds/on-time";
import { people } from "./kinds/people";
import { receivables } from "./kinds/receivables";
import { remakes } from "./kinds/remakes";
import { revenue } from "./kinds/revenue";
import { stock } from "./kinds/stock";
import type { Report } from "./result";
import type { ReportName } from "./schema";

/** What each report reads, by its name. */
export const KINDS: Record<ReportName, Report> = {
  completion,
  "on-time": onTime,
  remakes,
  "in-progress": inProgress,
  bottleneck,
  departments,
  people,
  failures: failed,
  revenue,
  receivables,
  stock,
};
