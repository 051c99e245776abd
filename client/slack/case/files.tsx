import { type DragEvent, useRef, useState } from "react";
import type { Case, CaseFile } from "../../../domain/api/cases.ts";
import { askToSignIn } from "../../account/opened.ts";
import { useAccount } from "../../account/session.ts";
import { dayOf } from "../../language/days.ts";
import { ask } from "../../state/ask.ts";
import { Section } from "../../ui/figure.tsx";
import { Refused, useWriting } from "../../ui/writing.tsx";
import { useCaseWords } from "../words/case.ts";
import { filePath } from "./paths.ts";
import { ACCEPTED } from "./upload.ts";
import { Uploads } from "./uploads.tsx";
import { useUploads } from "./use-uploads.ts";

/** Pictures and papers of a case: chosen, dropped, looked at, removed. */
export function Files({ of, mayAct }: { of: Case; mayAct: boolean }) {
  const words = useCaseWords().files;
  const known = useAccount() !== null;
  const { uploads, add, drop } = useUploads(of.id);
  if (!mayAct && of.attachments.length === 0) return null;
  return (
    <Section
      title={words.title}
      aside={of.attachments.length > 0 ? String(of.attachments.length) : undefined}
    >
      <ul className="case-files">
        {of.attachments.map((file) => (
          <FileRow key={file.id} id={of.id} file={file} mayOpen={known} mayRemove={mayAct} />
        ))}
      </ul>
      {!known && <ForAccounts />}
      <Uploads uploads={uploads} drop={drop} />
      {mayAct && <DropZone add={add} />}
    </Section>
  );
}

/** What files show is for whoever has an account; that they are there is for all. */
function ForAccounts() {
  const words = useCaseWords().files;
  return (
    <p className="quiet fine">
      <button type="button" className="link" onClick={() => askToSignIn("wanted")}>
        {words.signIn}
      </button>{" "}
      {words.signInFor}
    </p>
  );
}

function DropZone({ add }: { add: (files: Iterable<File>) => void }) {
  const words = useCaseWords().files;
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => files && add([...files]);
  const handlers = {
    onDragOver(event: DragEvent) {
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop(event: DragEvent) {
      event.preventDefault();
      setOver(false);
      take(event.dataTransfer.files);
    },
  };
  return (
    <fieldset className={over ? "drop-zone over" : "drop-zone"} aria-label={words.title} {...handlers}>
      <button type="button" className="button" onClick={() => input.current?.click()}>
        {words.add}
      </button>
      <input
        ref={input}
        type="file"
        className="visually-hidden"
        tabIndex={-1}
        multiple
        accept={ACCEPTED.join(",")}
        aria-label={words.input}
        onChange={({ target }) => {
          take(target.files);
          target.value = "";
        }}
      />
      <p className="fine quiet">{words.drop}</p>
    </fieldset>
  );
}

type RowProps = { id: number; file: CaseFile; mayOpen: boolean; mayRemove: boolean };

function FileRow({ id, file, mayOpen, mayRemove }: RowProps) {
  const words = useCaseWords().files;
  const address = filePath(id, file.id);
  const isPicture = file.mediaType !== "application/pdf";
  const kind = <span className="file-kind">{file.mediaType.replace(/.*\//, "").toUpperCase()}</span>;
  return (
    <li>
      {mayOpen ? (
        <a href={address} target="_blank" rel="noopener" aria-label={words.open(file.name)}>
          {isPicture ? (
            <img src={address} alt={words.preview(file.name)} loading="lazy" width={44} height={44} />
          ) : (
            kind
          )}
        </a>
      ) : (
        kind
      )}
      <span>
        <span className="file-name">{file.name}</span>
        <small className="block quiet">
          {sizeOf(file.bytes)} · {words.by(file.addedBy.displayName, dayOf(file.addedAt))}
        </small>
      </span>
      {mayRemove && <Remove address={address} name={file.name} />}
    </li>
  );
}

const KILOBYTE = 1024;

const sizeOf = (bytes: number): string =>
  bytes < KILOBYTE * KILOBYTE
    ? `${Math.max(1, Math.round(bytes / KILOBYTE))} KB`
    : `${(bytes / KILOBYTE / KILOBYTE).toFixed(1)} MB`;

/** The first press asks, the second removes; leaving the button takes the question back. */
function Remove({ address, name }: { address: string; name: string }) {
  const words = useCaseWords().files;
  const [sure, setSure] = useState(false);
  const writing = useWriting();
  const act = () =>
    sure ? void writing.act(async () => void (await ask("DELETE", address))) : setSure(true);
  return (
    <>
      <button
        type="button"
        className={sure ? "link fine danger" : "link fine"}
        aria-label={sure ? words.removeNow(name) : words.remove(name)}
        disabled={writing.busy}
        onClick={act}
        onBlur={() => setSure(false)}
      >
        {sure ? words.removeSure : words.removeAsk}
      </button>
      <Refused error={writing.error} />
    </>
  );
}
