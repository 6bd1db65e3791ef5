import { readFileSync } from "node:fs";
import { pdfText } from "../lib/reports/testing/pdf-text";
import { expect, type Page, test } from "./fixtures";

const figure = (page: Page, name: string) =>
  page.getByRole("region", { name: "Figures", exact: true }).getByRole("link", { name, exact: true });

test("a manager narrows a report, compares it, opens the cases behind a figure and saves it", async ({ openAs }) => {
  const page = await openAs("manager");
  await page.goto("/reports");
  await page.getByRole("link", { name: "On time: on time" }).click();
  await expect(page.getByRole("heading", { name: "On time", level: 1 })).toBeVisible();

  await page.getByRole("combobox", { name: "Period", exact: true }).selectOption("Last 3 months");
  await expect(page).toHaveURL(/period=3m/);
  await page.getByRole("combobox", { name: "Procedure type", exact: true }).selectOption("Crown");
  await expect(page).toHaveURL(/procedure=crowns/);
  await page.getByRole("combobox", { name: "Compare with", exact: true }).selectOption("Against a year before");
  await expect(page).toHaveURL(/compare=year/);
  const compared = page.getByRole("region", { name: "Figures compared" });
  await expect(compared.getByText("÷ items delivered in the period")).toBeVisible();

  const row = compared.getByRole("row").filter({ has: page.getByRole("rowheader", { name: /^Late/ }) });
  const late = (await row.getByRole("cell").first().textContent())?.trim() ?? "";
  const share = (await compared.getByRole("row").nth(1).getByRole("cell").first().textContent())?.trim() ?? "";

  const save = async (kind: "CSV" | "PDF") => {
    const coming = page.waitForEvent("download");
    await page.getByRole("link", { name: kind, exact: true }).click();
    return readFileSync(await (await coming).path());
  };
  const csv = (await save("CSV")).toString("utf8");
  expect(csv).toContain("Procedure type,Crown");
  expect(csv).toMatch(/As of,/);
  expect(
    csv
      .split("\r\n")
      .find((line) => line.startsWith("Late,"))
      ?.split(",")[1],
  ).toBe(late);
  const pdf = (await pdfText(await save("PDF"))).replaceAll(/\s+/g, " ");
  for (const words of ["On time by practice", "Crown", share]) expect(pdf).toContain(words);

  await figure(page, "Late").click();
  await expect(page.getByRole("heading", { name: "On time: late" })).toBeVisible();
  await expect(page.getByText(`, ${late} ${late === "1" ? "entry" : "entries"}`)).toBeVisible();
  const listed = page.getByRole("table", { name: "Behind this figure" }).getByRole("row");
  await expect(listed).toHaveCount(Math.min(Number(late), 50) + 1);
  await listed.nth(1).getByRole("link").click();
  await expect(page).toHaveURL(/\/cases\//);
});

test("what a report is narrowed to stays through a reload and is taken off again", async ({ openAs }) => {
  const page = await openAs("manager");
  await page.goto("/reports/completion?period=own&from=2026-10&to=2026-11&procedure=crowns");
  await expect(page.getByRole("combobox", { name: "From month", exact: true })).toHaveValue("2026-10");
  await expect(page.getByRole("combobox", { name: "Procedure type", exact: true })).toHaveValue("crowns");
  await page.getByRole("link", { name: "Clear filters" }).click();
  await expect(page).not.toHaveURL(/procedure/);
  await expect(page).toHaveURL(/period=own/);
});
