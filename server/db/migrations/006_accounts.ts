import type { Knex } from "knex";

/** Who may write, and everything anyone wrote. */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    create table account (
      id integer generated always as identity primary key,
      name text not null unique check (name <> ''),
      display_name text not null,
      role text not null check (role in ('viewer', 'planner', 'district_officer', 'city_officer', 'administrator')),
      district_code text collate "C" references district,
      password_hash text,
      disabled_at timestamptz,
      created_at timestamptz not null default now(),
      check ((role = 'district_officer') = (district_code is not null))
    );
    create index account_district on account (district_code);
    comment on table account is 'Whoever writes is known; a district officer belongs to one district';
    comment on column account.id is 'Number of the account inside this database';
    comment on column account.name is 'Name to sign in with (登录名)';
    comment on column account.display_name is 'Name that others see (姓名)';
    comment on column account.role is 'viewer, planner (规划人员), district_officer (区级), city_officer (市级) or administrator: what it may write';
    comment on column account.district_code is 'The district that a district officer acts for; null for all others';
    comment on column account.password_hash is 'Salted hash of the password; null where signing in by password is not possible';
    comment on column account.disabled_at is 'When it was closed; null while it may sign in';
    comment on column account.created_at is 'When it was opened';

    create table session (
      id_hash text primary key,
      account_id integer not null references account on delete cascade,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      check (expires_at > created_at)
    );
    create index session_account on session (account_id);
    comment on table session is 'Signed-in browsers; only a hash of the cookie is kept';
    comment on column session.id_hash is 'Hash of the cookie';
    comment on column session.account_id is 'Who signed in';
    comment on column session.created_at is 'When they signed in';
    comment on column session.expires_at is 'When they must sign in again';

    create table token (
      id integer generated always as identity primary key,
      account_id integer not null references account on delete cascade,
      name text not null,
      token_hash text not null unique,
      scopes text[] not null,
      created_at timestamptz not null default now(),
      revoked_at timestamptz
    );
    create index token_account on token (account_id);
    comment on table token is 'Access tokens for scripts; shown once, kept as a hash';
    comment on column token.id is 'Number of the token inside this database';
    comment on column token.account_id is 'Whose rights it carries';
    comment on column token.name is 'What it is for, in the words of its owner';
    comment on column token.token_hash is 'Hash of the token';
    comment on column token.scopes is 'What it may be used for';
    comment on column token.created_at is 'When it was made';
    comment on column token.revoked_at is 'When it was taken back; null while it is good';

    create table audit (
      id bigint generated always as identity primary key,
      at timestamptz not null default now(),
      account_id integer references account,
      action text not null,
      subject text not null,
      before jsonb,
      after jsonb
    );
    create index audit_account on audit (account_id);
    create index audit_at on audit (at);
    create index audit_subject on audit (subject);
    comment on table audit is 'Everything anyone wrote; rows are only ever added';
    comment on column audit.id is 'Counts the entries';
    comment on column audit.at is 'When it was written';
    comment on column audit.account_id is 'Who wrote; null where the program itself did';
    comment on column audit.action is 'What was done';
    comment on column audit.subject is 'What it was done to, by kind and code';
    comment on column audit.before is 'The record before; null for a new one';
    comment on column audit.after is 'The record after; null for one that was removed';

    create function only_added() returns trigger language plpgsql as $$
    begin
      raise exception '% is append-only', tg_table_name using errcode = 'insufficient_privilege';
    end $$;
    create trigger audit_only_added before update or delete or truncate on audit
      for each statement execute function only_added();
  `);

export const down = (knex: Knex) =>
  knex.schema.raw(
    "drop table if exists audit, token, session, account cascade; drop function if exists only_added()",
  );
