import type { Knex } from "knex";

/** Who may write, and everything anyone wrote. */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    create table account (
      id integer generated always as identity primary key,
      name text not null unique check (name <> ''),
      display_name text not null,
      role text not null check (role in ('viewer', 'planner', 'district_officer', 'city_officer', 'administrator')),
      district_code text references district,
      password_hash text,
      disabled_at timestamptz,
      created_at timestamptz not null default now(),
      check ((role = 'district_officer') = (district_code is not null))
    );
    create index account_district on account (district_code);
    comment on table account is 'Whoever writes is known; a district officer belongs to one district';

    create table session (
      id_hash text primary key,
      account_id integer not null references account on delete cascade,
      created_at timestamptz not null default now(),
      expires_at timestamptz not null,
      check (expires_at > created_at)
    );
    create index session_account on session (account_id);
    comment on table session is 'Signed-in browsers; only a hash of the cookie is kept';

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

    create table audit (
      id bigint generated always as identity primary key,
      at timestamptz not null default now(),
      account_id integer references account,
      action text not null,
      subject text not null,
      before jsonb,
      after jsonb
    );
    create index audit_at on audit (at);
    create index audit_subject on audit (subject);
    comment on table audit is 'Everything anyone wrote; rows are only ever added';

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
