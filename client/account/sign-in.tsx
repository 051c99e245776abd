import { useId, useRef, useState } from "react";
import type { Session } from "../../domain/api/accounts.ts";
import { readAgain } from "../state/answers.ts";
import { Loaded } from "../ui/answer.tsx";
import { Copy } from "../ui/copy.tsx";
import { TextField } from "../ui/fields.tsx";
import { Icon } from "../ui/icon.tsx";
import { useModal } from "../ui/modal.ts";
import { Refused, useWriting } from "../ui/writing.tsx";
import { type Because, closeDialog } from "./opened.ts";
import { SecretField } from "./secret-field.tsx";
import { signIn, useAccount, useSession } from "./session.ts";
import { useAccountWords } from "./words/account.ts";
import "./secret.css";
import "../ui/forms.css";
import "./sign-in.css";

const FIRST_ACCOUNT = "npm run account -- add NAME --role administrator";

/** The longest address that the provider's errand brings back; a longer one comes back to the whole map. */
const LONGEST_ADDRESS = 2000;

const providerPath = (address: string) =>
  address && address.length <= LONGEST_ADDRESS
    ? `/api/session/oidc?to=${encodeURIComponent(address)}`
    : "/api/session/oidc";

/** 登录: by name and password, or by the bureau's identity provider. */
export default function SignIn({ because }: { because: Because }) {
  const words = useAccountWords().signIn;
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const session = useSession();
  useModal(dialog, "input");
  const close = () => dialog.current?.close();
  return (
    <dialog ref={dialog} className="sign-in card" aria-labelledby={id} onClose={closeDialog}>
      <header>
        <h1 id={id}>{words.title}</h1>
        <button type="button" className="icon-button" aria-label={words.close} onClick={close}>
          <Icon name="close" />
        </button>
      </header>
      <Loaded answer={session}>
        {({ accounts, provider }) =>
          accounts || provider ? (
            <Ways because={because} provider={provider} signedIn={close} />
          ) : (
            <NoAccounts />
          )
        }
      </Loaded>
    </dialog>
  );
}

function Ways(props: { because: Because; provider: Session["provider"]; signedIn: () => void }) {
  const { because, provider, signedIn } = props;
  const words = useAccountWords().signIn;
  return (
    <>
      <p className={because === "ended" ? "because" : "quiet fine"}>{words.because[because]}</p>
      <ByPassword because={because} signedIn={signedIn} />
      {provider && (
        <div className="provider">
          <span className="quiet fine">{words.or}</span>
          <a className="button" href={providerPath(location.search)}>
            {words.provider(provider)}
          </a>
          {because === "ended" && <p className="quiet fine">{words.providerHint}</p>}
        </div>
      )}
    </>
  );
}

function ByPassword({ because, signedIn }: { because: Because; signedIn: () => void }) {
  const words = useAccountWords().signIn;
  const known = useAccount();
  const form = useRef<HTMLFormElement>(null);
  const [name, setName] = useState(because === "ended" ? (known?.name ?? "") : "");
  const [password, setPassword] = useState("");
  const writing = useWriting();
  const submit = async () => {
    const went = await writing.act(async () => void (await signIn(name, password)));
    if (!went) form.current?.querySelector<HTMLInputElement>("[autocomplete=current-password]")?.select();
    else if (because === "closed" && !known) location.reload();
    else signedIn();
  };
  return (
    <form
      ref={form}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextField label={words.name} value={name} change={setName} required most={60} fills="username" />
      <SecretField
        label={words.password}
        value={password}
        change={setPassword}
        required
        fills="current-password"
      />
      <Refused error={writing.error} />
      <button type="submit" className="button primary" disabled={writing.busy}>
        {words.submit}
      </button>
    </form>
  );
}

/** Whoever starts the program anew is told how the first account is made. */
function NoAccounts() {
  const words = useAccountWords().signIn;
  return (
    <>
      <p>
        <b>{words.noAccounts}</b>
      </p>
      <p className="quiet fine">{words.noAccountsText}</p>
      <p className="command">
        <code>{FIRST_ACCOUNT}</code>
        <Copy text={FIRST_ACCOUNT} label={words.copyCommand} />
      </p>
      <button type="button" className="button" onClick={readAgain}>
        {words.again}
      </button>
    </>
  );
}
