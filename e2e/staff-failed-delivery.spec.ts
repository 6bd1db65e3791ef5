import { devices } from "@playwright/test";
import { expect, type Page, test } from "./fixtures";
import { answerChecklist, completeStages, openByScan } from "./pages/bench";
import { sign } from "./pages/delivery";
import { openSent, prescribeCrowns, receiveInPan } from "./pages/intake";

/** Nobody opens: the dispatcher sees it and decides, the dentist reads the new day, and the second attempt is proved. */
test("a delivery that fails at the door is brought again and proved", async ({ openAs }) => {
  test.setTimeout(300_000);
  const lab = "second" as const;
  const patient = `E2E-F${Date.now()}`;
  const practice = "Wharfside Dental Group";
  const dentist = await openAs("dentist", { lab });
  const staff = await openAs("staff", { lab });
  const technician = await openAs("technician", { lab, viewport: { width: 820, height: 1180 } });

  const number = await prescribeCrowns(dentist, patient, [14]);
  const caseId = await openSent(dentist, patient);
  await receiveInPan(staff, number, patient);
  await openByScan(technician, number);
  await completeStages(technician, ["Impression scan", "Design", "Milling", "Sintering"]);
  await answerChecklist(technician);
  await technician.getByRole("button", { name: "Pass", exact: true }).click();
  await expect(technician.getByRole("heading", { level: 2, name: "Quality control" })).toBeHidden();

  await staff.goto("/shipments");
  await staff.getByRole("button", { name: new RegExp(`^Make a shipment of \\d+ for ${practice}$`) }).click();
  const packed = staff.getByText(/^S-\d{4}-\d{6} packed$/);
  await expect(packed).toBeVisible();
  const shipment = ((await packed.textContent()) as string).slice(0, 13);
  await planRoute(staff, shipment, `${patient} one`);

  const driver = await openAs("driver", { lab, ...devices["Pixel 7"] });
  await setOut(driver, `${patient} one`);
  await driver.getByRole("button", { name: "Failed", exact: true }).click();
  const why = driver.getByRole("dialog");
  await why.getByRole("radio", { name: "Practice closed" }).check({ force: true });
  await why.getByLabel("Note").fill("Shutters down");
  await why.getByRole("button", { name: "Record as not delivered" }).click();
  await expect(why).toBeHidden();
  for (const parcel of await driver.getByRole("checkbox").all()) await parcel.check({ force: true });
  await driver.getByRole("button", { name: "Everything is here, end the route" }).click();
  await expect(driver.getByRole("status").filter({ hasText: "All sent" })).toBeVisible();

  await dentist.goto(`/portal/cases/${caseId}`);
  await expect(dentist.getByText("It could not be handed over. The lab arranges how it comes to you.")).toBeVisible();
  await staff.goto("/routes/map");
  const waiting = staff.getByRole("main").getByRole("listitem").filter({ hasText: shipment });
  await expect(waiting).toContainText("Practice closed: Shutters down");
  await expect(staff.getByRole("button", { name: new RegExp(`${practice}, Failed$`) }).first()).toBeVisible();
  const today = (await staff.getByRole("main").getByRole("time").first().getAttribute("datetime")) as string;
  await waiting.getByRole("button", { name: `Try ${shipment} again` }).click();
  const decision = staff.getByRole("dialog");
  await decision.getByLabel("How it goes on").selectOption({ label: "On a day, route planned later" });
  await decision.getByLabel("Day").fill(today);
  await decision.getByRole("button", { name: "Decide and tell the practice" }).click();
  await expect(decision).toBeHidden();
  await expect(waiting).toBeHidden();
  await expect(dentist.getByText("Comes today", { exact: true })).toBeVisible();

  await planRoute(staff, shipment, `${patient} two`);
  await setOut(driver, `${patient} two`);
  await expect(dentist.getByText(/^(Out for delivery, expected \d|You are next: the driver arrives)/)).toBeVisible();
  await driver.getByRole("button", { name: "Arrived", exact: true }).click();
  await driver.getByRole("button", { name: "Delivered", exact: true }).click();
  const door = driver.getByRole("dialog");
  await door.getByLabel("Received by").fill("Robin Quill");
  await sign(driver);
  await door.getByRole("button", { name: /^(Confirm delivery|Delivered)/ }).click();
  await expect(door).toBeHidden();
  await expect(driver.getByRole("status").filter({ hasText: "All sent" })).toBeVisible();

  await dentist.goto(`/portal/cases/${caseId}`);
  await expect(dentist.getByRole("img", { name: "Signature of Robin Quill" })).toBeVisible();
  await expect(dentist.getByText(/could not be delivered: Practice closed/)).toBeVisible();
  await expect(dentist.getByText(/goes out again on .*, attempt 2$/)).toBeVisible();
  await dentist.getByRole("link", { name: "Print proof" }).click();
  await expect(dentist.getByRole("heading", { name: "Proof of delivery" })).toBeVisible();
  await expect(dentist.getByText(shipment).first()).toBeVisible();
});

/** Puts a shipment that is ready on a new route of today, of this name. */
async function planRoute(staff: Page, shipment: string, name: string): Promise<void> {
  await staff.goto("/shipments?show=ready");
  await staff.getByRole("link", { name: shipment }).click();
  await staff.getByRole("button", { name: "Put on a route" }).click();
  const dialog = staff.getByRole("dialog");
  await dialog.getByRole("combobox", { name: "Route", exact: true }).selectOption({ label: "A new route" });
  await dialog.getByLabel("Driver").selectOption({ label: "Dana Cole" });
  await dialog.getByLabel("Name").fill(name);
  await dialog.getByRole("button", { name: "Plan route and put on" }).click();
  await expect(dialog).toBeHidden();
}

/** Starts a route of this name with everything on it. */
async function setOut(driver: Page, name: string): Promise<void> {
  await driver.goto("/driver");
  const choice = driver.getByRole("navigation", { name: "Routes of the day" }).getByRole("button", { name });
  await expect(choice).toBeVisible();
  await choice.click();
  const route = driver.getByRole("region", { name });
  await route.getByRole("button", { name: "Start route" }).click();
  await expect(driver.getByRole("button", { name: "Arrived", exact: true })).toBeVisible();
}
