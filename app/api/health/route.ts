import { health } from "@/lib/setup/health";

export const dynamic = "force-dynamic";

/** 200 while people can work, 503 when the database does not answer. */
export async function GET(): Promise<Response> {
  const state = await health();
  return Response.json(state, {
    status: state.status === "unavailable" ? 503 : 200,
    headers: { "Cache-Control": "no-store" },
  });
}
