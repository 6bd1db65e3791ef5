"use client";

import { useState } from "react";
import { Panel } from "@/components/ui/card";
import type { LabChoices } from "@/lib/labs/profile/choices";
import { AccountForm } from "./account-form";
import { CodeForm } from "./code-form";
import { FirstLabForm, type FirstLabValues, NEW_LAB } from "./first-lab-form";
import { StepLine } from "./step-line";

const STEPS = ["Code", "Lab", "Your account"];

/** Opens the first lab: the code of npm start, the lab, its first admin. What was written of the lab waits with the code. */
export function FirstLab({ choices }: { choices: LabChoices }) {
  const [code, setCode] = useState("");
  const [lab, setLab] = useState<FirstLabValues>(NEW_LAB);
  const [step, setStep] = useState(0);
  return (
    <>
      <StepLine steps={STEPS} at={step} />
      {step === 0 && (
        <Panel title="The code of this installation">
          <CodeForm
            onProven={(proven, draft) => {
              setCode(proven);
              if (draft) setLab(draft);
              setStep(1);
            }}
          />
        </Panel>
      )}
      {step === 1 && (
        <Panel title="The lab">
          <FirstLabForm
            code={code}
            lab={lab}
            choices={choices}
            onKept={(kept) => {
              setLab(kept);
              setStep(2);
            }}
          />
        </Panel>
      )}
      {step === 2 && (
        <Panel title="Your account">
          <AccountForm code={code} lab={lab} onBack={() => setStep(1)} />
        </Panel>
      )}
    </>
  );
}
