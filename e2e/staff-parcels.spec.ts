import { expect, test } from "./fixtures";

/** Each of these works on what it makes itself, or on the demonstration's practice that a parcel service brings to. */
test("the desk packs two parcels, prints their labels, hands them to a carrier, and packs no more of it twice", async ({
  openAs,
}) => {
  test.setTimeout(120_000);
  const staff = await openAs("staff");
  await staff.goto("/shipments");
  const practice = await test.step("choose a practice with two items waiting", async () => {
    const panel = staff
      .locator("section")
      .filter({ has: staff.getByRole("checkbox").nth(1) })
      .first();
    await expect(panel).toBeVisible();
    const name = (await panel.getByRole("heading").first().textContent()) as string;
    await panel.getByRole("link", { name: `Pack parcels for ${name}` }).click();
    return name;
  });
  await expect(staff.getByRole("heading", { level: 1, name: "Pack parcels" })).toBeVisible();
  const waiting = staff.getByRole("list", { name: "Waiting items" }).getByRole("listitem");
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
  const number = (await staff.getByRole("heading", { level: 1 }).textContent()) as string;
  await expect(staff.getByRole("heading", { name: `${number}-2` })).toBeVisible();

  await staff.getByRole("link", { name: "Labels", exact: true }).click();
  await expect(staff.getByRole("article", { name: `Label ${number}-1` })).toContainText("1/2");
  await expect(staff.getByRole("article", { name: `Label ${number}-2` })).toContainText(practice);
  await expect(staff.getByRole("img", { name: `DataMatrix code of ${number}-2` })).toBeVisible();
  await staff.goBack();

  await staff.getByRole("button", { name: "Hand over to Meridian Parcels" }).click();
  const dialog = staff.getByRole("dialog");
  await dialog.getByLabel(`Tracking number of ${number}-1`).fill("MP 0001 GB");
  await staff.keyboard.press("Enter");
  await expect(dialog.getByLabel(`Tracking number of ${number}-2`)).toBeFocused();
  await staff.keyboard.type("MP0002GB");
  await staff.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  const link = staff.getByRole("link", { name: /Tracking MP0001GB/ });
  await expect(link).toHaveAttribute("href", "https://track.meridian.example/parcel/MP0001GB");

  await staff.goto("/shipments");
  await staff.getByLabel("Scan a parcel, a case or a pan to open its shipment").fill("mp0002gb");
  await staff.keyboard.press("Enter");
  await expect(staff.getByRole("heading", { level: 1, name: number })).toBeVisible();
  await expect(staff.getByText("With the parcel service").first()).toBeVisible();
});

test("the dentist asks for a pick-up, the desk sees it, and the dentist calls it off", async ({ openAs }) => {
  test.setTimeout(90_000);
  const dentist = await openAs("dentist", { viewport: { width: 390, height: 844 } });
  await dentist.goto("/portal/pickups");
  const note = `Bell ${Date.now()}`;
  const form = dentist.locator("form").filter({ has: dentist.getByRole("button", { name: "Ask for the pick-up" }) });
  await expect(form.getByLabel("Day")).toHaveValue(/^\d{4}-/);
  const first = await form.getByLabel("Day").inputValue();
  const day = new Date(Date.parse(first) + 35 * 86_400_000).toISOString().slice(0, 10);
  await form.getByLabel("Day").fill(day);
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
