import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, type Role, test } from "./fixtures";

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const DESK = { width: 1440, height: 900 };
const TABLET = { width: 820, height: 1180 };
const PHONE = { width: 390, height: 844 };

/** A screen by its address, or the first record of this kind that the list there links to. */
type Screen = { at: string; first?: RegExp };

const SCREENS: { role: Role; viewport: { width: number; height: number }; screens: Screen[] }[] = [
  {
    role: "manager",
    viewport: DESK,
    screens: [
      { at: "/board" },
      { at: "/cases" },
      { at: "/cases", first: /^\/cases\/[0-9a-f-]{36}$/ },
      { at: "/invoices", first: /^\/invoices\/[0-9a-f-]{36}$/ },
      { at: "/reports/revenue" },
    ],
  },
  {
    role: "staff",
    viewport: TABLET,
    screens: [
      { at: "/receiving" },
      { at: "/shipments" },
      { at: "/shipments?show=all", first: /^\/shipments\/[0-9a-f-]{36}$/ },
      { at: "/routes" },
    ],
  },
  {
    role: "technician",
    viewport: TABLET,
    screens: [{ at: "/bench" }, { at: "/bench?who=all", first: /^\/bench\/[0-9a-f-]{36}$/ }],
  },
  {
    role: "dentist",
    viewport: PHONE,
    screens: [{ at: "/portal" }, { at: "/portal/new" }, { at: "/portal", first: /^\/portal\/cases\/[0-9a-f-]{36}$/ }],
  },
  { role: "driver", viewport: PHONE, screens: [{ at: "/driver" }] },
  { role: "admin", viewport: DESK, screens: [{ at: "/users" }] },
];

for (const { role, viewport, screens } of SCREENS) {
  for (const colorScheme of ["light", "dark"] as const) {
    test(`the screens of the role ${role} are accessible, ${colorScheme}`, async ({ openAs }) => {
      const page = await openAs(role, { colorScheme, viewport });
      const complaints: string[] = [];
      page.on("console", (message) => {
        if (message.type() === "error") complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      for (const screen of screens) {
        const address = await addressOf(page, screen);
        const answer = await page.goto(address);
        expect(answer?.status(), address).toBe(200);
        expect(await page.getByRole("heading", { level: 1 }).count(), `headings of ${address}`).toBe(1);
        expect(await violations(page), address).toEqual([]);
        expect(await wider(page), `${address} is wider than the window`).toBe(false);
      }
      expect(complaints).toEqual([]);
    });
  }
}

test("who is not signed in meets accessible screens", async ({ browser, baseURL }) => {
  for (const colorScheme of ["light", "dark"] as const) {
    const context = await browser.newContext({ baseURL, colorScheme, viewport: PHONE });
    const page = await context.newPage();
    for (const address of ["/sign-in", "/forgot-password", "/reset-password?token=none"]) {
      await page.goto(address);
      expect(await violations(page), address).toEqual([]);
    }
    await context.close();
  }
});

async function addressOf(page: Page, { at, first }: Screen): Promise<string> {
  if (!first) return at;
  await page.goto(at);
  const links = page.locator("main a[href]");
  await expect(links.first()).toBeVisible();
  const addresses = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
  const found = addresses.find((address) => first.test(address));
  if (!found) throw new Error(`No link like ${first} on ${at}`);
  return found;
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

const wider = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
