import { expect, test } from "vitest";
import { dateText, relativeText } from "./date-text";

test("shows an instant in the lab's zone", () => {
  expect(dateText("2026-03-01T03:30:00Z", "datetime", "en-GB", "Europe/London")).toBe("1 Mar 2026, 03:30");
  expect(dateText("2026-03-01T03:30:00Z", "datetime", "en-GB", "America/New_York")).toBe("28 Feb 2026, 22:30");
});

test("a bare day is the same day in every zone", () => {
  for (const zone of ["Pacific/Kiritimati", "Pacific/Midway", "UTC"]) {
    expect(dateText("2026-03-12", "date", "en-GB", zone)).toBe("12 Mar 2026");
  }
});

test("spaces are plain, so that server and browser agree", () => {
  expect(dateText("2026-03-01T15:30:00Z", "time", "en-US", "UTC")).toBe("03:30 PM");
});

test("an unreadable date comes back as it is", () => {
  expect(dateText("soon", "date", "en-GB", "UTC")).toBe("soon");
});

test("relative up to a week, then null", () => {
  const now = Date.parse("2026-03-10T12:00:00Z");
  const at = (ms: number) => relativeText(new Date(now + ms).toISOString(), now, "en-GB");
  expect(at(-10_000)).toBe("now");
  expect(at(-5 * 60_000)).toBe("5 minutes ago");
  expect(at(-59.7 * 60_000)).toBe("1 hour ago");
  expect(at(2 * 3_600_000)).toBe("in 2 hours");
  expect(at(-24 * 3_600_000)).toBe("yesterday");
  expect(at(-9 * 86_400_000)).toBeNull();
});
