import { ProblemError } from "../../state/answers.ts";
import { useView } from "../../state/store.ts";
import { Icon } from "../../ui/icon.tsx";
import { useCaseWords } from "../words/case.ts";
import type { Upload } from "./use-uploads.ts";

/** Files under way, each with how far it has come, and those that did not arrive with why. */
export function Uploads({ uploads, drop }: { uploads: readonly Upload[]; drop: (key: number) => void }) {
  return (
    <ul className="uploads">
      {uploads.map((one) => (
        <UploadRow key={one.key} of={one} drop={() => drop(one.key)} />
      ))}
    </ul>
  );
}

function UploadRow({ of: { name, progress, wrong, stop }, drop }: { of: Upload; drop: () => void }) {
  const words = useCaseWords().files;
  const say = useWrong();
  if (wrong)
    return (
      <li>
        <span className="file-name">{name}</span>
        <span className="field-error" role="alert">
          {say(wrong)}
        </span>
        <button type="button" className="icon-button" aria-label={words.dismiss(name)} onClick={drop}>
          <Icon name="close" size={16} />
        </button>
      </li>
    );
  return (
    <li>
      <span className="file-name">{name}</span>
      <progress value={progress} max={1} aria-label={words.progress(name)} />
      <button
        type="button"
        className="icon-button"
        aria-label={words.cancel(name)}
        onClick={() => stop.abort()}
      >
        <Icon name="close" size={16} />
      </button>
    </li>
  );
}

function useWrong(): (wrong: NonNullable<Upload["wrong"]>) => string {
  const words = useCaseWords().files;
  const { language } = useView();
  return (wrong) => {
    if (!(wrong instanceof ProblemError)) return words[wrong];
    const { zh } = wrong.problem;
    return language === "zh" && zh ? zh : wrong.message;
  };
}
