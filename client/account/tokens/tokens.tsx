import { useState } from "react";
import { RIGHT_NAMES } from "../../../domain/accounts/names.ts";
import type { MadeToken, Token, TokenList } from "../../../domain/api/accounts.ts";
import { dayOf } from "../../language/days.ts";
import { useText } from "../../language/use-language.ts";
import { useAnswer } from "../../state/answers.ts";
import { ask } from "../../state/ask.ts";
import { Loaded } from "../../ui/answer.tsx";
import { Copy } from "../../ui/copy.tsx";
import { Refused, useWriting } from "../../ui/writing.tsx";
import { useDeskWords } from "../words/desk.ts";
import { NewTokenForm } from "./new-token.tsx";

/** 访问令牌: one's own, for scripts. */
export function Tokens() {
  const words = useDeskWords().tokens;
  const answer = useAnswer<TokenList>("/api/tokens");
  const [made, setMade] = useState<MadeToken | null>(null);
  const [done, setDone] = useState("");
  return (
    <>
      <p className="quiet fine">{words.text}</p>
      {made ? (
        <Shown made={made} hide={() => setMade(null)} />
      ) : (
        <NewTokenForm
          made={(token) => {
            setDone("");
            setMade(token);
          }}
        />
      )}
      <output className="done">{done}</output>
      <Loaded answer={answer}>
        {({ tokens }) =>
          tokens.length === 0 ? (
            <p className="quiet empty">{words.none}</p>
          ) : (
            <ul className="token-list">
              {tokens.map((token) => (
                <Listed key={token.id} token={token} revoked={() => setDone(words.revoked)} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
}

/** The one moment in which a token can be read. */
function Shown({ made, hide }: { made: MadeToken; hide: () => void }) {
  const words = useDeskWords().tokens;
  return (
    <section className="ask made-token" aria-label={words.make} tabIndex={-1} ref={(place) => place?.focus()}>
      <p>
        <b>{words.made}</b>
      </p>
      <p className="command">
        <code>{made.token}</code>
        <Copy text={made.token} label={words.copy} />
      </p>
      <p className="quiet fine">
        {words.example}
        <br />
        <code>{`curl -H 'Authorization: Bearer ${made.token.slice(0, 9)}…' ${location.origin}/api/session`}</code>
      </p>
      <div className="buttons">
        <button type="button" className="button" onClick={hide}>
          {words.hide}
        </button>
      </div>
    </section>
  );
}

function Listed({ token, revoked }: { token: Token; revoked: () => void }) {
  const all = useDeskWords();
  const words = all.tokens;
  const text = useText();
  const [sure, setSure] = useState(false);
  const writing = useWriting();
  const { id, name, scopes, createdAt, expiresAt, lastUsedAt } = token;
  const over = expiresAt !== null && new Date(expiresAt) < new Date();
  const standing = [
    words.createdAt(dayOf(createdAt)),
    over ? words.over : expiresAt === null ? words.forever : words.until(dayOf(expiresAt)),
    lastUsedAt === null ? words.unused : words.used(dayOf(lastUsedAt)),
  ];
  return (
    <li>
      <div>
        <b>{name}</b>{" "}
        <span className="marks">
          {scopes.length === 0 && <span className="chip">{words.readOnly}</span>}
          {scopes.map((scope) => (
            <span key={scope} className="chip">
              {text(RIGHT_NAMES[scope])}
            </span>
          ))}
        </span>
        <p className={over ? "fine field-error" : "quiet fine"}>{standing.join(" · ")}</p>
        <Refused error={writing.error} />
      </div>
      {sure ? (
        <span className="buttons">
          <button
            type="button"
            className="button danger full"
            aria-label={words.revokeOf(name)}
            disabled={writing.busy}
            ref={(button) => button?.focus()}
            onClick={async () => {
              if (await writing.act(() => ask("DELETE", `/api/tokens/${id}`))) revoked();
            }}
          >
            {words.revokeSure}
          </button>
          <button type="button" className="button" onClick={() => setSure(false)}>
            {all.cancel}
          </button>
        </span>
      ) : (
        <button
          type="button"
          className="button danger"
          aria-label={words.revokeOf(name)}
          onClick={() => setSure(true)}
        >
          {words.revoke}
        </button>
      )}
    </li>
  );
}
