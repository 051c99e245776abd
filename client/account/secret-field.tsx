import { useState } from "react";
import { type Common, Field } from "../ui/fields.tsx";
import { Icon } from "../ui/icon.tsx";
import { useAccountWords } from "./words/account.ts";
import "./secret.css";

/** A password, unseen until its writer wants to see it. */
export function SecretField(
  props: Common & {
    value: string;
    change: (value: string) => void;
    required?: boolean;
    /** What a browser or a password manager may fill in. */
    fills: "current-password" | "new-password";
  },
) {
  const { value, change, required, fills, ...common } = props;
  const words = useAccountWords();
  const [seen, setSeen] = useState(false);
  const turn = seen ? words.hidePassword : words.showPassword;
  return (
    <Field {...common}>
      {(described) => (
        <span className="secret">
          <input
            type={seen ? "text" : "password"}
            {...described}
            autoComplete={fills}
            spellCheck={false}
            autoCapitalize="none"
            value={value}
            required={required}
            maxLength={200}
            onChange={(event) => change(event.target.value)}
          />
          <button
            type="button"
            className="icon-button"
            aria-label={turn}
            title={turn}
            onClick={() => setSeen(!seen)}
          >
            <Icon name={seen ? "eyeOff" : "eye"} size={18} />
          </button>
        </span>
      )}
    </Field>
  );
}
