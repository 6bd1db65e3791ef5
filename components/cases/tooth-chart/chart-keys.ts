import { ARCH_TEETH, type Dentition, type Jaw, jawOf } from "@/lib/cases/teeth";

/** The tooth that a key leads to from another: along the arch, to its ends, or across to the other jaw. Null for other keys. */
export function toothAtKey(key: string, from: number, dentition: Dentition): number | null {
  const jaw = jawOf(from);
  const arch = ARCH_TEETH[dentition][jaw];
  const at = arch.indexOf(from);
  switch (key) {
    case "ArrowLeft":
      return arch[Math.max(0, at - 1)] ?? null;
    case "ArrowRight":
      return arch[Math.min(arch.length - 1, at + 1)] ?? null;
    case "Home":
      return arch[0] ?? null;
    case "End":
      return arch.at(-1) ?? null;
    case "ArrowUp":
      return across(dentition, jaw, "upper", at);
    case "ArrowDown":
      return across(dentition, jaw, "lower", at);
    default:
      return null;
  }
}

const across = (dentition: Dentition, jaw: Jaw, to: Jaw, at: number) =>
  jaw === to ? null : (ARCH_TEETH[dentition][to][at] ?? null);
