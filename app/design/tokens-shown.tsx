import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { Section } from "@/components/ui/page-header";
import { TONES, toneMark } from "@/components/ui/tone";

const grounds = [
  "canvas",
  "surface",
  "sunken",
  "raised",
  "hover",
  "line",
  "line-strong",
  "muted",
  "fg",
  "accent",
  "accent-soft",
];
const sizes = ["text-2xs", "text-xs", "text-sm", "text-base", "text-lg", "text-xl", "text-2xl", "text-3xl"];

/** Colours and type. */
export function TokensShown() {
  return (
    <Section title="Tokens" hint="Neutral greys, one accent, six tones; Inter with figures of equal width">
      <div className="grid grid-cols-1 gap-4 lg:grid-cols-2">
        <Card>
          <ul className="grid grid-cols-3 gap-3 sm:grid-cols-4">
            {grounds.map((name) => (
              <li key={name} className="text-xs text-muted">
                <span className="mb-1 block h-8 rounded-md border" style={{ background: `var(--${name})` }} />
                {name}
              </li>
            ))}
          </ul>
          <ul className="mt-4 flex flex-wrap gap-3">
            {TONES.map((tone) => (
              <li key={tone} className="flex items-center gap-2">
                <span className={`size-3 rounded-full ${toneMark[tone]}`} />
                <Badge tone={tone}>{tone}</Badge>
              </li>
            ))}
          </ul>
        </Card>
        <Card>
          {sizes.map((size) => (
            <p key={size} className="flex items-baseline justify-between gap-4 border-b py-1 last:border-0">
              <span className={`truncate ${size}`}>Zirconia crown on 14, shade A2</span>
              <span className="text-xs text-muted">{size}</span>
            </p>
          ))}
        </Card>
      </div>
    </Section>
  );
}
