import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Button } from "@/components/ui/button";
import { currentSession } from "@/lib/access/current";
import { placeKey, placesOf } from "@/lib/access/places";
import { signOut, switchLab } from "@/lib/access/session-actions";

export const metadata: Metadata = { title: "Choose a lab" };

export default async function ChooseLabPage() {
  const session = await currentSession();
  if (!session) redirect("/sign-in");
  const places = await placesOf(session.user.id);
  return (
    <>
      <h1 className="text-xl font-semibold">{places.length ? "Where do you work now?" : "No lab is open to you"}</h1>
      {places.length === 0 && (
        <p className="text-sm text-muted">
          {session.user.email} has no active place in a lab. Ask someone who runs your lab to let you in again.
        </p>
      )}
      <ul className="flex flex-col gap-2">
        {places.map((place) => (
          <li key={placeKey(place)}>
            <form action={switchLab.bind(null, placeKey(place))}>
              <button
                type="submit"
                className="flex w-full flex-col items-start rounded-md border px-3 py-2 text-left hover:bg-hover"
              >
                <span className="font-medium">{place.name}</span>
                <span className="text-sm text-muted">{place.role.name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <form action={signOut}>
        <Button type="submit" variant="ghost">
          Sign out
        </Button>
      </form>
    </>
  );
}
