import { readdirSync } from "node:fs";
import path from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page, roles, test } from "./fixtures";
import { SCREENS, type Screen, type Way } from "./screens";

test.describe.configure({ mode: "parallel" });

const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

const walked = Object.values(SCREENS).filter((screen): screen is Screen => typeof screen !== "string");

test("every page of the app is in the list of screens", () => {
  const app = path.resolve(import.meta.dirname, "../app");
  const pages = readdirSync(app, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "page.tsx")
    .map((file) => path.dirname(file).replace(/^\.$/, ""));
  expect(Object.keys(SCREENS).sort()).toEqual(pages.sort());
});

for (const role of [...roles, "nobody"] as const) {
  test(`the screens of ${role} are accessible, light and dark`, async ({ openAs, browser, baseURL }) => {
    const screens = walked.filter((screen) => screen.as === role);
    test.setTimeout(30_000 + screens.length * 25_000);
    const nobody = await browser.newContext({ baseURL });
    const page = role === "nobody" ? await nobody.newPage() : await openAs(role);
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(`${new URL(page.url()).pathname}: ${message.text()}`);
    });
    page.on("pageerror", (error) => complaints.push(`${new URL(page.url()).pathname}: ${error.message}`));
    for (const { on, way } of screens) {
      await page.setViewportSize(on);
      const address = await addressOf(page, way);
      expect((await page.goto(address))?.status(), address).toBe(200);
      expect(await page.getByRole("heading", { level: 1 }).count(), `headings of ${address}`).toBe(1);
      expect.soft(await wider(page), `${address} is wider than the window`).toBe(false);
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        expect.soft(await violations(page), `${address}, ${colorScheme}`).toEqual([]);
      }
    }
    expect(complaints).toEqual([]);
    await nobody.close();
  });
}

async function addressOf(page: Page, { at, link, then }: Way): Promise<string> {
  const from = typeof at === "string" ? at : await addressOf(page, at);
  if (!link) return from;
  await page.goto(from);
  let found = "";
  await expect(async () => {
    const links = page.locator("main a[href]");
    const addresses = await links.evaluateAll((all) => all.map((one) => one.getAttribute("href") ?? ""));
    found = addresses.find((address) => link.test(address)) ?? "";
    expect(found, `a link like ${link} on ${from}`).not.toBe("");
  }).toPass({ timeout: 10_000 });
  return then ? then(found) : found;
}

async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).withTags(RULES).analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
}

const wider = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
