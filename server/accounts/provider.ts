import * as oidc from "openid-client";
import { z } from "zod";
import type { Provider } from "../config.ts";
import { notSignedIn, providerAway } from "../http/problem.ts";

/** An identity provider (OpenID Connect): the code flow with PKCE, state and nonce. */

/** Where on the map to come back to: a query of our own page, and no other address. */
export const To = z
  .string()
  .max(2000)
  .regex(/^(\?|$)/);

/** What the browser keeps while its user is at the provider. */
export const Errand = z.object({ state: z.string(), nonce: z.string(), verifier: z.string(), to: To });
export type Errand = z.infer<typeof Errand>;

/** Who came back. */
export type Visitor = { subject: string; names: string[] };

export const CALLBACK = "/session/oidc/callback";

export function createProvider({ issuer, clientId, clientSecret, ownAddress }: Provider) {
  const redirectUri = new URL(`api${CALLBACK}`, ownAddress).href;
  // Closed networks have providers without TLS; whoever configures one says so by its address.
  const execute = issuer.startsWith("http://") ? [oidc.allowInsecureRequests] : [];
  let known: Promise<oidc.Configuration> | undefined;

  /** Asked once; again where it did not answer. */
  function configuration(): Promise<oidc.Configuration> {
    known ??= oidc.discovery(new URL(issuer), clientId, clientSecret, undefined, { execute });
    return known.catch((error) => {
      known = undefined;
      throw providerAway(`The identity provider does not answer: ${error.message}.`, {
        zh: "统一身份认证服务暂无响应，请稍后再试，或用密码登录。",
      });
    });
  }

  return {
    async send(to: string): Promise<{ address: URL; errand: Errand }> {
      const verifier = oidc.randomPKCECodeVerifier();
      const errand = { state: oidc.randomState(), nonce: oidc.randomNonce(), verifier, to };
      const address = oidc.buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: "openid profile email",
        code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
        state: errand.state,
        nonce: errand.nonce,
      });
      return { address, errand };
    },

    home: ownAddress,

    async receive(query: string, { state, nonce, verifier }: Errand): Promise<Visitor> {
      const config = await configuration();
      const checks = {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      };
      const tokens = await oidc
        .authorizationCodeGrant(config, new URL(`${redirectUri}${query}`), checks)
        .catch((error) => {
          throw notSignedIn(`The identity provider's answer can't be accepted: ${error.message}.`, {
            zh: "统一身份认证未通过，请重新登录。",
          });
        });
      const claims = tokens.claims();
      if (!claims) throw notSignedIn("The identity provider did not say who you are.");
      const { iss, sub, preferred_username, email, email_verified } = claims;
      const names = [preferred_username, email_verified === true ? email : undefined];
      return { subject: `${iss} ${sub}`, names: names.filter((name) => typeof name === "string") };
    },
  };
}
