import type { Step } from "./steps";

/** What is there in a lab, as counts. */
export type LabFacts = {
  workingDays: number;
  closingDaysAhead: number;
  departments: number;
  /** Departments whose units a day are said. */
  bounded: number;
  /** Templates that new cases may take and that begin with receiving and end with delivery. */
  templates: number;
  /** Stages of those that no department works. */
  stagesWithoutDepartment: number;
  /** People who may receive a case and have set a password. */
  receivers: number;
  technicians: number;
  invited: number;
  /** Active practices, and those of them that a dentist prescribes at today. */
  practices: number;
  practicesWithDentist: number;
  /** Prices of the default list that holds today. */
  prices: number;
  taxRates: number;
  hasAddress: boolean;
};

export type Check = { step: Step | "lab"; says: string; met: boolean; needed: boolean };

/** What a lab needs to receive a case (`needed`), and what else it will soon miss, each said as it stands. */
export function checksOf(facts: LabFacts): Check[] {
  const need = (step: Check["step"], met: boolean, there: string, missing: string): Check => ({
    step,
    met,
    says: met ? there : missing,
    needed: true,
  });
  const advise = (...check: Parameters<typeof need>): Check => ({ ...need(...check), needed: false });
  const { departments, bounded, templates, prices, practicesWithDentist } = facts;
  return [
    need(
      "hours",
      facts.workingDays > 0,
      counted(facts.workingDays, "working day", "a week"),
      "No working day is chosen.",
    ),
    advise(
      "hours",
      facts.closingDaysAhead > 0,
      counted(facts.closingDaysAhead, "closing day", "ahead"),
      "No closing days ahead: public holidays would be promised like other days.",
    ),
    need("departments", departments > 0, counted(departments, "department"), "There is no department."),
    advise(
      "departments",
      departments > 0 && bounded === departments,
      "Every department has its units a day.",
      `${counted(departments - bounded, "department")} without units a day: promises do not count its queue.`,
    ),
    need(
      "templates",
      templates > 0,
      `${counted(templates, "template")} that cases may take`,
      "No template may be taken by a case.",
    ),
    need(
      "templates",
      facts.stagesWithoutDepartment === 0,
      "Every stage has a department.",
      `${counted(facts.stagesWithoutDepartment, "stage")} without a department: its work would wait at nobody's bench.`,
    ),
    advise(
      "prices",
      prices > 0,
      `${counted(prices, "price")} in the default list`,
      "No prices: cases can be received, but not invoiced.",
    ),
    advise(
      "prices",
      facts.taxRates > 0,
      "A tax rate is set.",
      "No tax rate is set; enter 0 % if your work bears none.",
    ),
    need(
      "people",
      facts.receivers > 0,
      `${counted(facts.receivers, "person", "", "people")} who may receive`,
      "Nobody who may receive a case has set a password.",
    ),
    advise(
      "people",
      facts.technicians > 0,
      counted(facts.technicians, "technician"),
      facts.invited > 0 ? "The technicians invited have not set a password yet." : "No technician has been invited.",
    ),
    need(
      "practices",
      practicesWithDentist > 0,
      `${counted(practicesWithDentist, "practice")} with a dentist`,
      facts.practices > 0 ? "No practice has a dentist who prescribes there." : "There is no practice.",
    ),
    advise("lab", facts.hasAddress, "The lab has an address.", "The lab has no address: labels and invoices need it."),
  ];
}

/** Whether the lab can receive its first case. */
export const isReady = (checks: readonly Check[]): boolean => checks.every(({ needed, met }) => met || !needed);

function counted(count: number, one: string, after = "", many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}${after && ` ${after}`}`;
}
