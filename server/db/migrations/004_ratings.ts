import type { Knex } from "knex";

/** Per-mu ratings (亩均论英雄): versioned schemes, runs that pin what they were computed from, and every item's score. */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    create table rating_scheme (
      id integer generated always as identity primary key,
      key text not null check (key ~ '^[a-z0-9-]+$'),
      version integer not null check (version >= 1),
      name text not null check (name <> ''),
      definition jsonb not null,
      created_at timestamptz not null default now(),
      unique (key, version)
    );
    comment on table rating_scheme is 'A rating scheme; a change is a new version, never an edit';

    create table rating_run (
      id integer generated always as identity primary key,
      scheme_id integer not null references rating_scheme,
      year integer not null check (year between 2000 and 2100),
      state text not null default 'draft' check (state in ('draft', 'published', 'withdrawn')),
      data_revision bigint not null,
      started_at timestamptz not null default now(),
      published_at timestamptz,
      notice_until date,
      check ((state = 'draft') = (published_at is null))
    );
    create index rating_run_year on rating_run (year, state);
    create index rating_run_scheme on rating_run (scheme_id);
    comment on table rating_run is 'One rating of one year: pinned to a scheme version and a data revision';
    comment on column rating_run.notice_until is 'End of the public notice (公示) in which firms may object';

    create table rating (
      run_id integer not null references rating_run on delete cascade,
      enterprise_id integer not null references enterprise on delete cascade,
      grade text not null check (grade in ('A', 'B', 'C', 'D', 'T', 'N')),
      score double precision,
      rank integer check (rank >= 1),
      land_mu double precision check (land_mu >= 0),
      item_scores double precision[] not null,
      primary key (run_id, enterprise_id)
    );
    create index rating_enterprise on rating (enterprise_id);
    comment on table rating is 'What a firm got in a run; item_scores follow the order of the scheme''s indicators';
    comment on column rating.grade is 'A–D by quota or cut-off; T not suited to rating; N figures missing';
  `);

export const down = (knex: Knex) =>
  knex.schema.raw("drop table if exists rating, rating_run, rating_scheme cascade");
