import type { Role } from "../fixtures";

export const DESK = { width: 1440, height: 900 };
export const TABLET = { width: 820, height: 1180 };
export const PHONE = { width: 390, height: 844 };

export const uuid = "[0-9a-f-]{36}";

/** Where a screen is found: at an address, or by the first link of a form on another screen, which `then` leads on from. */
export type Way = { at: string | Way; link?: RegExp; then?: (href: string) => string };

export type Screen = {
  /** Who opens it; "nobody" is not signed in. */
  as: Role | "nobody";
  on: { width: number; height: number };
  way: Way;
};

export const found = (at: Way["at"], form: string, then?: Way["then"]): Way => ({
  at,
  link: new RegExp(`^${form}$`),
  then,
});
export const behind = (more: string) => (href: string) => `${href}${more}`;
export const sent = (href: string) => href.replace("/cases/", "/cases/new/sent/");
export const sentByPractice = (href: string) => href.replace("/portal/cases/", "/portal/new/sent/");
