/** Leads to the control of a dotted path, or to the place on the form where it can be mended. */
export function focusPath(form: HTMLFormElement | null, path: string): void {
  const parts = path.split(".");
  const places = parts.map((_, i) => parts.slice(0, parts.length - i).join("."));
  for (const place of places) {
    const name = CSS.escape(place);
    const found = form?.querySelector<HTMLElement>(`[name="${name}"], [data-at="${name}"]`);
    if (!found) continue;
    const target = found.matches("input, select, textarea, button")
      ? found
      : found.querySelector<HTMLElement>("[tabindex='0'], input, select, button");
    found.scrollIntoView({ block: "center", behavior: "instant" });
    target?.focus({ preventScroll: true });
    return;
  }
}
