import { notFound } from "next/navigation";
import { z } from "zod";
import { Refusal } from "./errors";

/** What a page reads by an id of its address: no such row, a foreign one or no id at all answers 404. */
export async function foundBy<T>(id: string, read: (id: string) => Promise<T>): Promise<T> {
  if (!z.uuid().safeParse(id).success) notFound();
  try {
    return await read(id);
  } catch (thrown) {
    if (thrown instanceof Refusal && thrown.code === "not_found") notFound();
    throw thrown;
  }
}
