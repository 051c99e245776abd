import type { Knex } from "knex";

/** Browsers that an account has signed in from have a lock of their own, so that no stranger can lock its owner out. */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    alter table account
      add column known_browsers text[] not null default '{}',
      add column known_wrong_passwords integer not null default 0 check (known_wrong_passwords >= 0),
      add column known_locked_until timestamptz;
    comment on column account.known_browsers is 'Hashes of what browsers keep that it signed in from, the newest first';
    comment on column account.known_wrong_passwords is 'Wrong passwords in a row from one of those browsers';
    comment on column account.known_locked_until is 'Until when signing in from them is refused; null while it is not';
    comment on column account.wrong_passwords is 'Wrong passwords in a row from any other browser';
    comment on column account.locked_until is 'Until when signing in from any other browser is refused; null while it is not';
  `);

export const down = (knex: Knex) =>
  knex.schema.raw(
    "alter table if exists account drop column known_browsers, drop column known_wrong_passwords, drop column known_locked_until",
  );
