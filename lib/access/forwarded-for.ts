import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage } from "node:http";

/**
 * How many proxies stand in front of Casepan and may be believed (TRUST_PROXY, default 0). Each adds the address it saw to
 * the end of X-Forwarded-For, so the person's is that many from the end; whatever stands before it anyone may have written.
 */
export const trustedProxies = (text = process.env.TRUST_PROXY): number => {
  if (text === "true") return 1;
  const count = Number(text ?? 0);
  return Number.isInteger(count) && count > 0 ? count : 0;
};

/** The address a request came from, out of X-Forwarded-For with `proxies` believed. Null when there is none. */
export function clientAddress(forwardedFor: string | null, proxies: number): string | null {
  const addresses = (forwardedFor ?? "")
    .split(",")
    .map((address) => address.trim())
    .filter(Boolean);
  const address = addresses.at(-Math.max(1, proxies)) ?? addresses[0];
  return address?.replace(/^::ffff:(?=\d+\.)/, "").slice(0, 45) ?? null;
}

/**
 * Makes this process's HTTP servers forget the X-Forwarded-For that a client sends when no proxy is to be believed. Next then fills
 * in the address of the connection itself.
 */
export function dropForgedAddresses(): void {
  if (trustedProxies() > 0) return;
  subscribe("http.server.request.start", (message) => {
    delete (message as { request: IncomingMessage }).request.headers["x-forwarded-for"];
  });
}
