import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { exportJWK, generateKeyPair, SignJWT } from "jose";

/** A small OpenID Connect provider that checks what a careful one checks, and signs real tokens. */

export type Person = { sub: string; preferred_username?: string; email?: string; email_verified?: boolean };

type Grant = { challenge: string; nonce: string; redirectUri: string; person: Person };

export const CLIENT = { id: "mutu", secret: "between us" };

export async function startIdentityProvider() {
  const { publicKey, privateKey } = await generateKeyPair("RS256");
  const jwk = { ...(await exportJWK(publicKey)), kid: "1", alg: "RS256", use: "sig" };
  const grants = new Map<string, Grant>();
  /** What the next token says instead of the truth. */
  let lie: Record<string, unknown> = {};

  const server = createServer((request, response) => {
    answer(request, response).catch((error) => json(response, { error: String(error) }, 500));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  async function answer(request: IncomingMessage, response: ServerResponse) {
    const { pathname } = new URL(request.url ?? "/", issuer);
    if (pathname === "/.well-known/openid-configuration") return json(response, description());
    if (pathname === "/keys") return json(response, { keys: [jwk] });
    if (pathname === "/token") return json(response, ...(await token(request)));
    json(response, {}, 404);
  }

  const description = () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    jwks_uri: `${issuer}/keys`,
    response_types_supported: ["code"],
    subject_types_supported: ["public"],
    id_token_signing_alg_values_supported: ["RS256"],
    code_challenge_methods_supported: ["S256"],
    token_endpoint_auth_methods_supported: ["client_secret_post"],
  });

  async function token(request: IncomingMessage): Promise<[object, number]> {
    const form = new URLSearchParams(await text(request));
    const grant = grants.get(form.get("code") ?? "");
    grants.delete(form.get("code") ?? "");
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    const isOurs = form.get("client_id") === CLIENT.id && form.get("client_secret") === CLIENT.secret;
    if (!grant || !isOurs || challenge !== grant.challenge || form.get("redirect_uri") !== grant.redirectUri)
      return [{ error: "invalid_grant" }, 400];
    const claims = { ...grant.person, nonce: grant.nonce, ...lie };
    const signed = new SignJWT(claims)
      .setProtectedHeader({ alg: "RS256", kid: "1" })
      .setIssuer(issuer)
      .setAudience(CLIENT.id)
      .setIssuedAt()
      .setExpirationTime("5 minutes");
    return [{ access_token: "x", token_type: "Bearer", id_token: await signed.sign(privateKey) }, 200];
  }

  return {
    issuer,
    /** Somebody shows who they are; answers where their browser is sent back to. */
    visit(address: string, person: Person): URL {
      const asked = new URL(address).searchParams;
      const code = `code-${Math.random()}`;
      const redirectUri = asked.get("redirect_uri") ?? "";
      const said = { challenge: asked.get("code_challenge") ?? "", nonce: asked.get("nonce") ?? "" };
      if (asked.get("code_challenge_method") !== "S256" || asked.get("client_id") !== CLIENT.id)
        throw new Error(`A careful provider refuses ${address}`);
      grants.set(code, { ...said, redirectUri, person });
      const back = new URL(redirectUri);
      back.search = String(new URLSearchParams({ code, state: asked.get("state") ?? "" }));
      return back;
    },
    saying(claims: Record<string, unknown>) {
      lie = claims;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function json(response: ServerResponse, body: object, status = 200) {
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(body));
}
