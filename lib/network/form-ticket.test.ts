import { beforeAll, expect, it } from "vitest";
import { formTicket, readTicket } from "./form-ticket";

beforeAll(() => {
  process.env.NEXTAUTH_SECRET = "of this test";
});

it("tells a form that a person filled from one sent at once, left open for days, forged or of another lab", () => {
  const opened = Date.UTC(2026, 10, 21);
  const ticket = formTicket("northlight", opened);
  const after = (ms: number) => readTicket("northlight", ticket, opened + ms);
  expect([after(500), after(60_000), after(25 * 3600_000)]).toEqual(["early", "ok", "stale"]);
  expect(readTicket("harbor", ticket, opened + 60_000)).toBe("stale");
  const forged = ticket.replace(/^\d+/, String(opened - 60_000));
  expect(readTicket("northlight", forged, opened + 60_000)).toBe("stale");
  for (const nonsense of ["", ".", "NaN.x", "1"]) expect(readTicket("northlight", nonsense, opened)).toBe("stale");
});
