import type { Knex } from "knex";

/** What was reached of the plan's targets year by year, its three lists (三张清单), and English for what it names. */
export const up = (knex: Knex) =>
  knex.schema.raw(`
    create table target_actual (
      id integer generated always as identity primary key,
      target_id text collate "C" not null references target on delete cascade,
      year integer not null check (year between 2000 and 2100),
      value double precision not null,
      kind text not null default 'annual' check (kind in ('annual', 'mid_term', 'final')),
      source text not null check (source <> ''),
      note text not null default '',
      version integer not null default 1,
      account_id integer references account,
      changed_at timestamptz not null default now(),
      synthetic boolean not null default false,
      unique (target_id, year)
    );
    create index target_actual_account on target_actual (account_id);
    comment on table target_actual is 'What was reached of a target (实际值) by the end of a year';
    comment on column target_actual.id is 'Number of the figure inside this database';
    comment on column target_actual.target_id is 'The target';
    comment on column target_actual.year is 'The year it holds for';
    comment on column target_actual.value is 'The figure, in the unit of the target';
    comment on column target_actual.kind is 'annual (年度跟踪监测), mid_term (中期评估) or final (末期评估)';
    comment on column target_actual.source is 'Where it comes from';
    comment on column target_actual.note is 'Remarks';
    comment on column target_actual.version is 'Counts changes; a change names the one it was made on';
    comment on column target_actual.account_id is 'Who entered it last; null for the program';
    comment on column target_actual.changed_at is 'When it was last changed';
    comment on column target_actual.synthetic is 'Whether it is demonstration data (演示数据) and not a real figure';

    create table plan_task (
      id integer generated always as identity primary key,
      year integer not null check (year between 2000 and 2100),
      district_code text collate "C" references district,
      title text not null check (title <> ''),
      points text not null default '',
      responsible text not null check (responsible <> ''),
      cooperating text not null default '',
      begins_on date,
      due_on date not null check (due_on >= begins_on),
      state text not null default 'planned' check (state in ('planned', 'under_way', 'done', 'delayed', 'dropped')),
      progress integer not null default 0 check (progress between 0 and 100),
      note text not null default '',
      source jsonb,
      version integer not null default 1,
      account_id integer references account,
      changed_at timestamptz not null default now(),
      synthetic boolean not null default false,
      check (state <> 'done' or progress = 100)
    );
    create index plan_task_district on plan_task (district_code);
    create index plan_task_account on plan_task (account_id);
    comment on table plan_task is 'The three lists (三张清单): tasks, who is responsible, schedule and state, by year';
    comment on column plan_task.id is 'Number of the task inside this database';
    comment on column plan_task.year is 'The year it stands in the list of';
    comment on column plan_task.district_code is 'The district it is for; null for the city';
    comment on column plan_task.title is 'The task (任务)';
    comment on column plan_task.points is 'Its points (任务要点)';
    comment on column plan_task.responsible is 'Who is responsible (责任主体)';
    comment on column plan_task.cooperating is 'Who helps (配合单位)';
    comment on column plan_task.begins_on is 'When it begins';
    comment on column plan_task.due_on is 'By when it is to be done (完成时限)';
    comment on column plan_task.state is 'planned, under_way, done, delayed or dropped (实施进度)';
    comment on column plan_task.progress is 'How far it is, in percent';
    comment on column plan_task.note is 'What stands in the way, or came of it';
    comment on column plan_task.source is 'The clause it comes from; null for one that somebody added';
    comment on column plan_task.version is 'Counts changes; a change names the one it was made on';
    comment on column plan_task.account_id is 'Who changed it last; null for the program';
    comment on column plan_task.changed_at is 'When it was last changed';
    comment on column plan_task.synthetic is 'Whether it is demonstration data (演示数据) and not a real task';

    create table english_name (
      zh text collate "C" primary key,
      en text not null check (en <> '')
    );
    comment on table english_name is 'English for what the documents name in Chinese';
    comment on column english_name.zh is 'The name as the documents write it';
    comment on column english_name.en is 'The same in English';

    insert into table_revision (table_name) values ('target_actual'), ('plan_task'), ('english_name');
    ${["target_actual", "plan_task", "english_name"]
      .map(
        (table) => `
    create trigger ${table}_changed after insert or update or delete or truncate on ${table}
      for each statement execute function table_changed();`,
      )
      .join("")}
  `);

export const down = (knex: Knex) =>
  knex.schema.raw(`
    drop table if exists english_name, plan_task, target_actual cascade;
    delete from table_revision where table_name in ('target_actual', 'plan_task', 'english_name')`);
