import type { Stretch } from "./store";

/**
 * The stretch of a Range header over a file of `size` bytes. Null for none, several or another unit (the whole file is answered
 * then), "unsatisfiable" when it lies behind the end (RFC 9110).
 */
export function byteRange(header: string | null, size: number): Stretch | "unsatisfiable" | null {
  const match = header && /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header.trim());
  if (!match || (!match[1] && !match[2])) return null;
  if (!match[1]) {
    const last = Number(match[2]);
    return last === 0 ? "unsatisfiable" : { from: Math.max(0, size - last), to: size - 1 };
  }
  const from = Number(match[1]);
  const to = match[2] ? Math.min(Number(match[2]), size - 1) : size - 1;
  if (match[2] && Number(match[2]) < from) return null;
  return from >= size ? "unsatisfiable" : { from, to };
}
