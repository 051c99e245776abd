import type { Knex } from "knex";
import pg from "pg";

/** Someone who wants to hear what is sent to a channel, and to know when something may have been missed. */
export type Follower = { notice(payload: string): void; gap(): void };
export type Follow = (channel: string, follower: Follower) => Promise<{ stop(): Promise<void> }>;

const quoted = (channel: string) => pg.escapeIdentifier(channel);

/** Hears a channel on the connections of the pool themselves, where what a transaction sends arrives as it commits. */
export function followOnPool(pool: () => Knex): {
  prepare(client: pg.Client): Promise<void>;
  follow: Follow;
} {
  const followers = new Map<string, Follower>();
  return {
    async prepare(client) {
      client.on("notification", ({ channel, payload }) => followers.get(channel)?.notice(payload ?? ""));
      for (const [channel, follower] of followers) {
        await client.query(`listen ${quoted(channel)}`);
        follower.gap();
      }
    },
    async follow(channel, follower) {
      followers.set(channel, follower);
      await pool().raw(`listen ${quoted(channel)}`);
      return {
        async stop() {
          followers.delete(channel);
        },
      };
    },
  };
}

const PULSE_MS = 30_000;
const ANSWER_WITHIN_MS = 10_000;
const LONGEST_PAUSE_MS = 10_000;

/** Hears a channel on a connection of its own, which is made again when it breaks. */
export function followApart(connection: pg.ClientConfig, report: (line: string) => void): Follow {
  return async (channel, follower) => {
    let stopped = false;
    let client = await connect();
    let retry: NodeJS.Timeout | undefined;
    // A connection that died without a word looks like one on which nothing happens.
    const pulse = setInterval(() => client.query("select 1").catch(() => client.end()), PULSE_MS).unref();

    async function connect(): Promise<pg.Client> {
      const next = new pg.Client({ ...connection, query_timeout: ANSWER_WITHIN_MS });
      next.on("error", (error) => report(`The connection for notices failed: ${error.message}`));
      next.on("notification", ({ payload }) => follower.notice(payload ?? ""));
      await next.connect();
      await next.query(`listen ${quoted(channel)}`);
      next.once("end", () => reconnect(250));
      return next;
    }

    function reconnect(wait: number): void {
      if (stopped) return;
      retry = setTimeout(async () => {
        try {
          client = await connect();
          follower.gap();
        } catch {
          reconnect(Math.min(2 * wait, LONGEST_PAUSE_MS));
        }
      }, wait).unref();
    }

    return {
      async stop() {
        stopped = true;
        clearInterval(pulse);
        clearTimeout(retry);
        await client.end();
      },
    };
  };
}
