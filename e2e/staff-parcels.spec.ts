import { expect, test } from "./fixtures";
import { answerChecklist, completeStages, openByScan } from "./pages/bench";
import { openSent, prescribeCrowns, receiveInPan } from "./pages/intake";

/** Each of these works on what it makes itself. */
test("the desk packs two parcels, prints their labels and hands them to a carrier, and the dentist follows them", async ({
  openAs,
}) => {
  test.setTimeout(240_000);
  const mark = `${Date.now()}`;
  const practice = "Riverside Dental";
  const dentist = await openAs("dentist");
  const staff = await openAs("staff");
  const technician = await openAs("technician", { viewport: { width: 820, height: 1180 } });
  const number = await prescribeCrowns(dentist, `E2E-P${mark}`, [14, 24]);
  const caseId = await openSent(dentist, `E2E-P${mark}`);
  await receiveInPan(staff, number, `P${mark}`);
  await openByScan(technician, number);
  await completeStages(technician, ["Impression scan", "Design", "Milling", "Sintering"]);
  await answerChecklist(technician);
  await technician.getByRole("button", { name: "Pass", exact: true }).click();
  await expect(technician.getByRole("heading", { level: 2, name: "Quality control" })).toBeHidden();

  await staff.goto("/shipments");
  await staff.getByRole("link", { name: `Pack parcels for ${practice}` }).click();
  await expect(staff.getByRole("heading", { level: 1, name: "Pack parcels" })).toBeVisible();
  const waiting = staff.getByRole("list", { name: "Waiting items" }).getByRole("listitem").filter({ hasText: number });
  await waiting
    .first()
    .getByRole("button", { name: /in parcel 1$/ })
    .click();
  await staff.getByRole("button", { name: "Add parcel" }).click();
  const next = waiting.first().getByRole("button", { name: /in parcel 2$/ });
  await next.focus();
  await staff.keyboard.press("2");
  await expect(staff.getByRole("list", { name: "Items in parcel 2" }).getByRole("listitem")).toHaveCount(1);
  await staff.getByRole("radio", { name: "Parcel service" }).check();
  await staff.getByRole("combobox", { name: "Which parcel service" }).selectOption({ label: "Meridian Parcels" });
  await staff.getByRole("button", { name: "Pack 2 parcels" }).click();
  await staff.waitForURL(/\/shipments\/[0-9a-f-]{36}$/);
  const shipment = (await staff.getByRole("heading", { level: 1 }).textContent()) as string;
  await expect(staff.getByRole("heading", { name: `${shipment}-2` })).toBeVisible();

  await staff.getByRole("link", { name: "Labels", exact: true }).click();
  await expect(staff.getByRole("article", { name: `Label ${shipment}-1` })).toContainText("1/2");
  await expect(staff.getByRole("article", { name: `Label ${shipment}-2` })).toContainText(practice);
  await expect(staff.getByRole("img", { name: `DataMatrix code of ${shipment}-2` })).toBeVisible();
  await staff.goBack();

  await staff.getByRole("button", { name: "Hand over to Meridian Parcels" }).click();
  const dialog = staff.getByRole("dialog");
  await dialog.getByLabel(`Tracking number of ${shipment}-1`).fill(`MP ${mark} 1`);
  await staff.keyboard.press("Enter");
  await expect(dialog.getByLabel(`Tracking number of ${shipment}-2`)).toBeFocused();
  await staff.keyboard.type(`MP${mark}2`);
  await staff.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  const link = staff.getByRole("link", { name: `Tracking MP${mark}1` });
  await expect(link).toHaveAttribute("href", `https://track.meridian.example/parcel/MP${mark}1`);

  await staff.goto("/shipments");
  await staff.getByLabel("Scan a parcel, a case or a pan to open its shipment").fill(`mp${mark}2`);
  await staff.keyboard.press("Enter");
  await expect(staff.getByRole("heading", { level: 1, name: shipment })).toBeVisible();
  await expect(staff.getByText("With the parcel service").first()).toBeVisible();

  await dentist.goto(`/portal/cases/${caseId}`);
  for (const parcel of [1, 2])
    await expect(dentist.getByRole("link", { name: `Follow MP${mark}${parcel}` })).toHaveAttribute(
      "href",
      `https://track.meridian.example/parcel/MP${mark}${parcel}`,
    );
});

test("the dentist asks for a pick-up, the desk sees it, and the dentist calls it off", async ({ openAs }) => {
  test.setTimeout(90_000);
  const dentist = await openAs("dentist", { viewport: { width: 390, height: 844 } });
  await dentist.goto("/portal/pickups");
  const note = `Bell ${Date.now()}`;
  const form = dentist.locator("form").filter({ has: dentist.getByRole("button", { name: "Ask for the pick-up" }) });
  await expect(form.getByLabel("Day")).toHaveValue(/^\d{4}-/);
  const first = await form.getByLabel("Day").inputValue();
  // No other journey asks for one so far ahead; no break of the practice lies both five and nine weeks ahead.
  const weeksAhead = (weeks: number) => new Date(Date.parse(first) + weeks * 604_800_000).toISOString().slice(0, 10);
  const isBreak = /-(12-2[4-9]|12-3\d|01-0[12])$/.test(weeksAhead(5));
  await form.getByLabel("Day").fill(weeksAhead(isBreak ? 9 : 5));
  await form.getByLabel("Parcels").fill("2");
  for (const box of await form.getByRole("checkbox", { checked: true }).all()) await box.uncheck();
  await form.getByLabel("Note for the driver").fill(note);
  await form.getByRole("button", { name: "Ask for the pick-up" }).click();
  const own = dentist.getByRole("list", { name: "Pick-ups" }).getByRole("listitem").filter({ hasText: note });
  await expect(own).toContainText("Asked for");
  const number = ((await own.textContent()) ?? "").match(/S-\d{4}-\d{6}/)?.[0] as string;

  const staff = await openAs("staff");
  await staff.goto(`/shipments?show=pickups&q=${number}`);
  await staff.getByRole("link", { name: `Pick-up ${number}` }).click();
  await expect(staff.getByText(note)).toBeVisible();

  await own.getByRole("button", { name: `Call off pick-up ${number}` }).click();
  await expect(own).toContainText("Called off");
});
