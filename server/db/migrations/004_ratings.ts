import type { Knex } from "knex";

/** Per-mu ratings (亩均论英雄): versioned schemes, runs that pin what they were computed from, and every item's score. */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    create table rating_scheme (
      id integer generated always as identity primary key,
      key text collate "C" not null check (key ~ '^[a-z0-9-]+$'),
      version integer not null check (version >= 1),
      name text not null check (name <> ''),
      definition jsonb not null,
      created_at timestamptz not null default now(),
      unique (key, version)
    );
    comment on table rating_scheme is 'A rating scheme; a change is a new version, never an edit';
    comment on column rating_scheme.id is 'Number of the scheme version inside this database';
    comment on column rating_scheme.key is 'Short name of the scheme, the same for all its versions';
    comment on column rating_scheme.version is 'Counts the versions of a scheme from 1';
    comment on column rating_scheme.name is 'Name of the scheme, as reports print it';
    comment on column rating_scheme.definition is 'Indicators, weights, pools and quotas, as domain/rating reads them';
    comment on column rating_scheme.created_at is 'When this version was made';

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
    comment on column rating_run.id is 'Number of the run inside this database';
    comment on column rating_run.scheme_id is 'The scheme version it applied';
    comment on column rating_run.year is 'Calendar year that was rated';
    comment on column rating_run.state is 'draft, published (已公布) or withdrawn (已撤回)';
    comment on column rating_run.data_revision is 'Sum of the revisions of the tables it read, to tell whether they have changed since';
    comment on column rating_run.started_at is 'When it was computed';
    comment on column rating_run.published_at is 'When it was made public; null for a draft';
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
    comment on column rating.run_id is 'The run that gave this rating';
    comment on column rating.enterprise_id is 'The enterprise that was rated';
    comment on column rating.grade is 'A–D by quota or cut-off; T not suited to rating; N figures missing';
    comment on column rating.score is 'Total score (得分); null without a grade from A to D';
    comment on column rating.rank is 'Place by score among its pool, 1 being the best';
    comment on column rating.land_mu is 'Land that its figures were divided by (用地), in mu';
    comment on column rating.item_scores is 'Score of each indicator, in the order of the scheme';
  `);

export const down = (knex: Knex) =>
  knex.schema.raw("drop table if exists rating, rating_run, rating_scheme cascade");
