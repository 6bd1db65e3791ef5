import { expect, test } from "vitest";
import { checksOf, isReady, type LabFacts } from "./ready";

const whole: LabFacts = {
  workingDays: 5,
  closingDaysAhead: 8,
  departments: 5,
  bounded: 5,
  templates: 20,
  stagesWithoutDepartment: 0,
  receivers: 1,
  technicians: 1,
  invited: 0,
  practices: 1,
  practicesWithDentist: 1,
  prices: 21,
  taxRates: 1,
  hasAddress: true,
};
const without = (more: Partial<LabFacts>) => checksOf({ ...whole, ...more });

test("a whole lab is ready and misses nothing", () => {
  expect(isReady(checksOf(whole))).toBe(true);
  expect(checksOf(whole).filter(({ met }) => !met)).toEqual([]);
});

test.each<[Partial<LabFacts>, string]>([
  [{ workingDays: 0 }, "No working day is chosen."],
  [{ departments: 0, bounded: 0 }, "There is no department."],
  [{ templates: 0 }, "No template may be taken by a case."],
  [{ stagesWithoutDepartment: 1 }, "1 stage without a department: its work would wait at nobody's bench."],
  [{ receivers: 0 }, "Nobody who may receive a case has set a password."],
  [{ practicesWithDentist: 0 }, "No practice has a dentist who prescribes there."],
  [{ practices: 0, practicesWithDentist: 0 }, "There is no practice."],
])("%o: not ready, and says why", (missing, says) => {
  const checks = without(missing);
  expect(isReady(checks)).toBe(false);
  expect(checks.filter(({ needed, met }) => needed && !met).map((check) => check.says)).toEqual([says]);
});

test.each<Partial<LabFacts>>([
  { closingDaysAhead: 0 },
  { bounded: 4 },
  { prices: 0 },
  { taxRates: 0 },
  { technicians: 0 },
  { hasAddress: false },
])("%o: ready, with a word of advice", (missing) => {
  const checks = without(missing);
  expect(isReady(checks)).toBe(true);
  expect(checks.filter(({ met }) => !met)).toHaveLength(1);
});
