import { expect, type Page, test } from "./fixtures";
import { linkInLetter } from "./pages/letters";

const uid = () => crypto.randomUUID().slice(0, 8);
/** A Tuesday far enough ahead that nothing else happens on it, another one in every run. */
const dayAhead = () => {
  const day = new Date(Date.UTC(2031, 0, 7) + Math.floor(Math.random() * 1500) * 7 * 86_400_000);
  return day.toISOString().slice(0, 10);
};

async function make(page: Page, day: string, title: string, more: (page: Page) => Promise<void> = async () => {}) {
  await page.goto(`/calendar/new?day=${day}&from=10:00&to=11:00`);
  await page.getByLabel("Title").fill(title);
  await more(page);
  await page.getByRole("button", { name: "Make appointment" }).click();
}

test("an appointment is made, moved by dragging, refused where it is booked twice, and answered from its letter", async ({
  openAs,
  browser,
  baseURL,
}) => {
  const [day, title] = [dayAhead(), `Review ${uid()}`];
  const address = `guest-${uid()}@practice.test`;
  const page = await openAs("staff");

  await make(page, day, title, async () => {
    await page.getByRole("button", { name: "Add somebody else" }).click();
    await page.getByLabel("Guest's name").fill("Dr Ana Ruiz");
    await page.getByLabel("Guest's e-mail").fill(address);
  });
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const appointment = page.url();

  await make(page, day, `Twice ${title}`);
  await expect(page.getByRole("form").getByRole("alert")).toContainText(`10:00–11:00 (${title}). Choose another time.`);

  await page.goto(`/calendar?view=day&day=${day}`);
  const entry = page.getByRole("link", { name: new RegExp(title) });
  await entry.scrollIntoViewIfNeeded();
  const before = await entry.boundingBox();
  if (!before) throw new Error("The appointment is not drawn.");
  const [x, y] = [before.x + before.width / 2, before.y + 8];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x, y + before.height / 2, { steps: 5 });
  await page.mouse.move(x, y + before.height, { steps: 5 });
  await page.mouse.up();
  await expect(page.getByText(`${title} is now`)).toBeVisible();
  await page.goto(appointment);
  await expect(page.getByText("11:00–12:00")).toBeVisible();

  const admin = await openAs("admin");
  const link = await linkInLetter(admin, address, new RegExp(`Invitation: ${title}`));
  await expect(admin.getByRole("link", { name: "invite.ics" })).toBeVisible();

  const stranger = await (await browser.newContext({ baseURL })).newPage();
  await stranger.goto(link);
  await expect(stranger.getByRole("heading", { level: 1, name: title })).toBeVisible();
  await stranger.getByRole("button", { name: "Yes" }).click();
  await expect(stranger.getByRole("button", { name: "Yes", pressed: true })).toBeVisible();
  await stranger.context().close();

  await expect(page.getByRole("listitem").filter({ hasText: "Dr Ana Ruiz" })).toContainText("Yes");
});
