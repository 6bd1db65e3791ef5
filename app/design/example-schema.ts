import { z } from "zod";

export const exampleSchema = z.object({
  reference: z.string().min(1, "Give the patient's reference."),
  answer: z.enum(["accepted", "field", "form", "elsewhere", "unreachable"]),
  items: z.array(z.object({ tooth: z.string(), shade: z.string() })),
});

export type ExampleInput = z.input<typeof exampleSchema>;
