import { type NextRequest, NextResponse } from "next/server";

/** The largest input of a server action, in bytes: files go another way (app/api/files). Next answers 500 to a larger one by itself. */
const LARGEST_INPUT = 2 * 1024 * 1024;

/** Refuses server actions whose input is too large, or of unsaid length, before anything reads it. Nothing else passes here. */
export function proxy(request: NextRequest): NextResponse {
  const length = request.headers.get("content-length");
  if (length === null) return new NextResponse("Say how long the input is.", { status: 411 });
  if (Number(length) > LARGEST_INPUT)
    return new NextResponse("This is more than can be sent at once (2 MB).", { status: 413 });
  return NextResponse.next();
}

export const config = { matcher: [{ source: "/:path*", has: [{ type: "header", key: "next-action" }] }] };
