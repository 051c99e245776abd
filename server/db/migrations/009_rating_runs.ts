import type { Knex } from "knex";

/**
 * Rating runs that can be read again as they were: what each firm's items were worth and what the pools' baselines and lines
 * were, the grades of parcels and parks that follow, what firms said during the notice, and what grades are used for.
 */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    alter table rating_scheme
      add column based_on_id integer references rating_scheme,
      add column shipped boolean not null default false,
      add column created_by text;
    create index rating_scheme_based_on on rating_scheme (based_on_id);
    comment on column rating_scheme.based_on_id is 'The scheme version it was made from; null for an original';
    comment on column rating_scheme.shipped is 'Whether it came with the program';
    comment on column rating_scheme.created_by is 'Who made it, in their own words; null for the program';

    alter table rating_run drop constraint rating_run_check;
    alter table rating_run
      add column size text not null default 'above_scale' check (size in ('above_scale', 'below_scale')),
      add column base_year integer,
      add column pools jsonb not null default '[]',
      add column summary jsonb not null default '{}',
      add column firms integer not null default 0 check (firms >= 0),
      add column synthetic boolean not null default false,
      add column created_by text,
      add column note text,
      add column withdrawn_at timestamptz,
      add column withdrawn_because text,
      add check ((state = 'draft') = (published_at is null)),
      add check ((state = 'withdrawn') = (withdrawn_at is not null));
    comment on column rating_run.size is 'above_scale (规上) or below_scale (规下): whom its scheme rates';
    comment on column rating_run.base_year is 'Year whose means were the baseline; null where the scheme fixes it';
    comment on column rating_run.pools is 'Each pool: key, firms, baselines of its indicators and lines of its grades';
    comment on column rating_run.summary is 'Firms and land by grade, whole and by district';
    comment on column rating_run.firms is 'How many firms it speaks of';
    comment on column rating_run.synthetic is 'Whether demonstration data (演示数据) went into it';
    comment on column rating_run.created_by is 'Who had it computed, in their own words; null for the program';
    comment on column rating_run.note is 'What it was made for';
    comment on column rating_run.withdrawn_at is 'When it was withdrawn; null while it stands';
    comment on column rating_run.withdrawn_because is 'Why it was withdrawn';

    alter table rating
      add column pool integer check (pool >= 0),
      add column mark integer not null default 0,
      add column extra double precision not null default 0,
      add column item_values double precision[] not null default '{}',
      add column revenue_per_mu double precision,
      add column tax_per_mu double precision,
      add column figures double precision[] not null default '{}',
      add column facts integer not null default 0,
      add column titles integer not null default 0;
    comment on column rating.pool is 'Place of its pool in the list of the run; null without a grade from A to D';
    comment on column rating.mark is 'Bits: 1 barred from A and B by a veto, 2 protected from the lowest grade';
    comment on column rating.extra is 'Bonuses less deductions, in points';
    comment on column rating.item_values is 'Value of each indicator, in the order of the scheme; null where a figure is missing';
    comment on column rating.revenue_per_mu is 'Revenue per mu (亩均营收), in 万元; null where either is missing';
    comment on column rating.tax_per_mu is 'Tax per mu (亩均税收), in 万元; null where either is missing';
    comment on column rating.figures is 'What it was computed from: revenue, tax, value added (万元), staff, energy (tce), R&D, investment (万元), emissions (t), land (mu), floor-area ratio; null where one was missing';
    comment on column rating.facts is 'Facts of the year then, as bits: 1-16 vetoes, 32-256 exemptions, 512-1024 protections, in the order of the schema of enterprise_year';
    comment on column rating.titles is 'Which titles of the scheme it held then: bits in the order of their names';

    create table parcel_rating (
      run_id integer not null references rating_run on delete cascade,
      parcel_id integer not null references parcel on delete cascade,
      grade text not null check (grade in ('A', 'B', 'C', 'D', 'T', 'N')),
      score double precision,
      land_mu double precision not null check (land_mu >= 0),
      firms integer not null check (firms >= 1),
      primary key (run_id, parcel_id)
    );
    create index parcel_rating_parcel on parcel_rating (parcel_id);
    comment on table parcel_rating is 'What a run means for a parcel: the grade that most of its used land has';
    comment on column parcel_rating.run_id is 'The run';
    comment on column parcel_rating.parcel_id is 'The parcel';
    comment on column parcel_rating.grade is 'Grade of most of the land that its firms use; of equals the lower';
    comment on column parcel_rating.score is 'Mean score of its firms, weighted by their land on it';
    comment on column parcel_rating.land_mu is 'Land on it that its firms account for, in mu';
    comment on column parcel_rating.firms is 'How many firms of the run stand on it';

    create table park_rating (
      run_id integer not null references rating_run on delete cascade,
      park_id integer not null references park on delete cascade,
      grade text not null check (grade in ('A', 'B', 'C', 'D', 'N')),
      score double precision,
      rank integer check (rank >= 1),
      land_mu double precision not null check (land_mu >= 0),
      firms integer not null check (firms >= 0),
      revenue_per_mu double precision,
      tax_per_mu double precision,
      land_by_grade jsonb not null,
      primary key (run_id, park_id)
    );
    create index park_rating_park on park_rating (park_id);
    comment on table park_rating is 'Parks are rated too (002 四（十一）): by the mean score of their firms, weighted by land';
    comment on column park_rating.run_id is 'The run';
    comment on column park_rating.park_id is 'The park';
    comment on column park_rating.grade is 'By the quotas of the scheme among parks; N with too few firms to compare';
    comment on column park_rating.score is 'Mean score of its rated firms, weighted by their land';
    comment on column park_rating.rank is 'Place by score among parks, 1 being the best';
    comment on column park_rating.land_mu is 'Land of its rated firms, in mu';
    comment on column park_rating.firms is 'How many rated firms stand in it, inner parks included';
    comment on column park_rating.revenue_per_mu is 'Revenue of its rated firms over their land, in 万元 a mu';
    comment on column park_rating.tax_per_mu is 'Tax of its rated firms over their land, in 万元 a mu';
    comment on column park_rating.land_by_grade is 'Mu of each grade';

    create table rating_response (
      id integer generated always as identity primary key,
      run_id integer not null,
      enterprise_id integer not null,
      kind text not null check (kind in ('confirmation', 'objection')),
      raised_on date not null,
      raised_by text not null check (raised_by <> ''),
      statement text not null default '',
      outcome text check (outcome in ('accepted', 'rejected')),
      outcome_note text,
      decided_on date,
      decided_by text,
      created_at timestamptz not null default now(),
      foreign key (run_id, enterprise_id) references rating on delete cascade,
      check (kind = 'objection' or outcome is null),
      check (kind = 'confirmation' or statement <> ''),
      check ((outcome is null) = (decided_on is null) and (outcome is null) = (decided_by is null))
    );
    create index rating_response_rating on rating_response (run_id, enterprise_id);
    create unique index rating_response_confirmed on rating_response (run_id, enterprise_id) where kind = 'confirmation';
    comment on table rating_response is 'What a firm said of its rating during the notice (一企一单 确认, 异议), and what came of it';
    comment on column rating_response.id is 'Number of the response inside this database';
    comment on column rating_response.run_id is 'The run it speaks of';
    comment on column rating_response.enterprise_id is 'The firm that spoke';
    comment on column rating_response.kind is 'confirmation (确认) or objection (异议)';
    comment on column rating_response.raised_on is 'Day the firm spoke';
    comment on column rating_response.raised_by is 'Who spoke for it';
    comment on column rating_response.statement is 'What it objects to; may be empty for a confirmation';
    comment on column rating_response.outcome is 'accepted (成立) or rejected (不成立); null while open';
    comment on column rating_response.outcome_note is 'Why, and what was corrected';
    comment on column rating_response.decided_on is 'Day of the decision';
    comment on column rating_response.decided_by is 'Who decided';
    comment on column rating_response.created_at is 'When it was recorded';

    create table allocation_policy (
      id integer generated always as identity primary key,
      field text not null check (field in ('land', 'power', 'water', 'gas', 'emission', 'energy', 'finance', 'other')),
      grades text[] not null check (grades <> '{}' and grades <@ array['A', 'B', 'C', 'D', 'T', 'N']),
      measure text not null check (measure <> ''),
      measure_en text,
      basis text not null check (basis <> ''),
      source jsonb,
      scope text not null check (scope in ('here', 'elsewhere')),
      valid_from date,
      valid_to date check (valid_to >= valid_from),
      shipped boolean not null default false,
      created_at timestamptz not null default now()
    );
    comment on table allocation_policy is 'What a grade is used for (差别化配置): policy entries, without any price that no document states';
    comment on column allocation_policy.id is 'Number of the entry inside this database';
    comment on column allocation_policy.field is 'land (用地), power (用电), water (用水), gas (用气), emission (排污), energy (用能), finance (扶持), other';
    comment on column allocation_policy.grades is 'Grades it applies to';
    comment on column allocation_policy.measure is 'What it grants or withholds';
    comment on column allocation_policy.measure_en is 'The same in English; null where nobody wrote it';
    comment on column allocation_policy.basis is 'The document that says so';
    comment on column allocation_policy.source is 'The clause, where the document is among ours: file, section, line';
    comment on column allocation_policy.scope is 'here: in force in the seven districts; elsewhere: an example from another place';
    comment on column allocation_policy.valid_from is 'First day it holds; null where the document states none';
    comment on column allocation_policy.valid_to is 'Last day it holds; null where the document states none';
    comment on column allocation_policy.shipped is 'Whether it came with the program';
    comment on column allocation_policy.created_at is 'When it was recorded';

    -- The newest published run of each year and size is the one that the public map shows.
    create view shown_run as
      select distinct on (year, size) id, year, size from rating_run
       where state = 'published' order by year, size, published_at desc, id desc;
    comment on view shown_run is 'The rating runs that count: of each year and size the newest that is published';
    create view latest_shown_run as
      select distinct on (size) id, year, size from shown_run order by size, year desc;
    comment on view latest_shown_run is 'The runs that count, of each size that of its latest year';

    insert into table_revision (table_name)
      values ('parcel_rating'), ('park_rating'), ('rating_response'), ('allocation_policy');
    ${["parcel_rating", "park_rating", "rating_response", "allocation_policy"]
      .map(
        (table) => `
    create trigger ${table}_changed after insert or update or delete or truncate on ${table}
      for each statement execute function table_changed();`,
      )
      .join("")}
  `);

export const down = (knex: Knex) =>
  knex.schema.raw(`
    drop view if exists latest_shown_run, shown_run;
    drop table if exists allocation_policy, rating_response, park_rating, parcel_rating cascade;
    delete from table_revision where table_name in ('parcel_rating', 'park_rating', 'rating_response', 'allocation_policy');
    alter table if exists rating drop column pool, drop column mark, drop column extra, drop column item_values,
      drop column revenue_per_mu, drop column tax_per_mu, drop column figures, drop column facts, drop column titles;
    alter table if exists rating_run drop column size, drop column base_year, drop column pools, drop column summary,
      drop column firms, drop column synthetic, drop column created_by, drop column note, drop column withdrawn_at,
      drop column withdrawn_because;
    alter table if exists rating_scheme drop column based_on_id, drop column shipped, drop column created_by`);
