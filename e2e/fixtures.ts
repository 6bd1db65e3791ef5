import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { type Browser, type BrowserContextOptions, test as base, expect, type Page } from "@playwright/test";

export { expect, type Page };

export const roles = ["admin", "manager", "technician", "staff", "dentist", "driver"] as const;
export type Role = (typeof roles)[number];
export type DemoLab = "demo" | "second";

type OpenAs = (role: Role, options?: BrowserContextOptions & { lab?: DemoLab }) => Promise<Page>;

type PerTest = {
  /**
   * Opens a page of its own, signed in as the demo account of a role (of the lab "demo" unless told) and at that role's
   * home; options are those of a browser context, such as `devices["Pixel 7"]` or `colorScheme`.
   */
  openAs: OpenAs;
};

type PerWorker = { sessions: Map<string, Promise<string>>; sessionsDirectory: string };

export const demoPassword = "casepan-demo";

export const test = base.extend<PerTest, PerWorker>({
  sessionsDirectory: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures wanted from the pattern.
    async ({}, use) => {
      const directory = mkdtempSync(path.join(tmpdir(), "casepan-sessions-"));
      await use(directory);
      rmSync(directory, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  sessions: [({}, use) => use(new Map()), { scope: "worker" }],
  openAs: async ({ browser, sessions, sessionsDirectory, baseURL }, use) => {
    const opened: Page[] = [];
    await use(async (role, { lab = "demo", ...options } = {}) => {
      const account = `${role}@${lab}.casepan.test`;
      const file = path.join(sessionsDirectory, `${account}.json`);
      const signedIn = sessions.get(account) ?? keepSession(browser, account, file, baseURL);
      sessions.set(account, signedIn);
      const context = await browser.newContext({ baseURL, ...options, storageState: await signedIn });
      const page = await context.newPage();
      opened.push(page);
      await page.goto("/");
      return page;
    });
    await Promise.all(opened.map((page) => page.context().close()));
  },
});

/** Signs in through the form that people use; what it answers when done is the page's business. */
export async function signIn(page: Page, email: string, password = demoPassword): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail", { exact: true }).fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

async function keepSession(browser: Browser, email: string, file: string, baseURL?: string): Promise<string> {
  const context = await browser.newContext({ baseURL });
  const page = await context.newPage();
  await signIn(page, email);
  await expect(page).not.toHaveURL(/\/sign-in/);
  await context.storageState({ path: file });
  await context.close();
  return file;
}
