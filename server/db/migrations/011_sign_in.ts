import type { Knex } from "knex";

/** What signing in needs beside the account itself: locks, an identity provider, tokens that end. */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    create unique index account_name_once on account (lower(name));
    alter table account
      add column provider_subject text unique,
      add column wrong_passwords integer not null default 0 check (wrong_passwords >= 0),
      add column locked_until timestamptz,
      add column last_seen_at timestamptz,
      add column synthetic boolean not null default false;
    comment on column account.provider_subject is 'Who it is at the identity provider (issuer and subject); null until first signed in there';
    comment on column account.wrong_passwords is 'Wrong passwords in a row';
    comment on column account.locked_until is 'Until when signing in is refused; null while it is not';
    comment on column account.last_seen_at is 'When it last used Mutu; null where it never did; kept to the minute or so';
    comment on column account.synthetic is 'Whether it only stands for an officer of the demonstration city (演示数据); nobody can sign in with it';
    alter table account add check (not synthetic or (password_hash is null and provider_subject is null));

    alter table session add column last_seen_at timestamptz not null default now();
    comment on column session.last_seen_at is 'When it was last used; kept to the minute or so';

    alter table token add column expires_at timestamptz, add column last_used_at timestamptz;
    comment on column token.expires_at is 'When it ends; null where it does not';
    comment on column token.last_used_at is 'When it was last used; kept to the minute or so';
  `);

export const down = (knex: Knex) =>
  knex.schema.raw(`
    alter table if exists token drop column expires_at, drop column last_used_at;
    alter table if exists session drop column last_seen_at;
    alter table if exists account drop column provider_subject, drop column wrong_passwords, drop column locked_until,
      drop column last_seen_at,
      drop column synthetic;
    drop index if exists account_name_once`);
