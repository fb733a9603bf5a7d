"""The schema, one migration after another, oldest first; a migration is never edited.

A database notes by its name that a migration has run. So none is ever renamed either: under
another name it would run again.
"""

from sqlite_utils import Database, Migrations

from store.database import write

migrations = Migrations("front_door")


def migrate(db: Database) -> None:
    """Bring the schema up to date; several processes may start and do so at once."""
    # The library notes by its own clock when a migration ran; nothing reads it.
    with write(db):
        migrations.apply(db)


@migrations()
def m001_journal(db: Database) -> None:
    _run(
        db,
        # `position` is the order of recording over all streams. It is not hashed: each stream is
        # proved by its own chain, so that writers need not wait for each other's hash.
        """
        create table journal (
            position integer primary key,
            id text not null unique,
            stream text not null,
            seq integer not null check (seq >= 1),
            kind text not null,
            schema integer not null,
            recorded_at text not null,
            occurred_at text,
            occurred_precision text not null,
            human_id text not null,
            account_id text not null,
            role text not null,
            on_behalf_of text,
            command_id text not null,
            caused_by text references journal (id),
            body_digest text not null,
            prev text not null,
            hash text not null,
            unique (stream, seq)
        ) strict
        """,
        "create index journal_by_kind on journal (stream, kind, seq)",
        "create index journal_by_command on journal (command_id)",
        "create index journal_by_cause on journal (caused_by)",
        """
        create trigger journal_refuses_update before update on journal
        begin select raise(abort, 'the journal is never changed'); end
        """,
        """
        create trigger journal_refuses_delete before delete on journal
        begin select raise(abort, 'the journal is never changed'); end
        """,
        # Without this, INSERT OR REPLACE would take an entry away and fire no delete trigger on a
        # connection that leaves recursive triggers off, as SQLite does.
        """
        create trigger journal_only_grows before insert on journal
        when exists (select 1 from journal where id = new.id or position = new.position)
            or new.seq <> (select coalesce(max(seq), 0) + 1 from journal where stream = new.stream)
            or new.prev <> coalesce(
                (select hash from journal where stream = new.stream and seq = new.seq - 1),
                '0000000000000000000000000000000000000000000000000000000000000000')
        begin select raise(abort, 'an entry follows the last of its stream'); end
        """,
        # The salt keeps a short body ("yes") from being guessed from its digest once it is erased.
        # Its length is fixed: characters could otherwise move between salt and body unnoticed.
        """
        create table journal_bodies (
            entry_id text not null primary key references journal (id),
            salt text not null check (length(salt) = 32),
            body text not null
        ) strict
        """,
        """
        create trigger journal_bodies_refuse_update before update on journal_bodies
        begin select raise(abort, 'the journal is never changed'); end
        """,
        """
        create trigger journal_bodies_refuse_delete before delete on journal_bodies
        when not exists (
            select 1 from journal where caused_by = old.entry_id and kind = 'body_erased')
        begin select raise(abort, 'a body goes only when its erasure is recorded'); end
        """,
        """
        create trigger journal_bodies_only_once before insert on journal_bodies
        when exists (select 1 from journal_bodies where entry_id = new.entry_id)
            or exists (
                select 1 from journal where caused_by = new.entry_id and kind = 'body_erased')
        begin select raise(abort, 'the journal is never changed'); end
        """,
    )


@migrations()
def m002_tables_beside_the_journal(db: Database) -> None:
    _run(
        db,
        """
        create table people (
            id text not null primary key,
            name text,
            date_of_birth text,
            recorded_at text not null
        ) strict
        """,
        """
        create table presentations (
            id text not null primary key,
            reference text unique,
            started_at text not null,
            started_by text not null,
            state text not null check (state in ('open', 'decided')),
            saved_at text,
            saved_by text,
            seq integer not null,
            needs_manager integer not null check (needs_manager in (0, 1))
        ) strict
        """,
        "create index presentations_by_starter on presentations (started_by, state)",
        "create index presentations_by_saver on presentations (saved_by, state)",
        # Deferred, because one stream's rows are dropped and replayed within a transaction.
        """
        create table cases (
            id text not null primary key,
            person_id text references people (id) deferrable initially deferred,
            reference text unique,
            opened_at text not null,
            opened_by text not null,
            state text not null check (state in ('open', 'closed')),
            needs_manager integer not null check (needs_manager in (0, 1))
        ) strict
        """,
        "create unique index one_open_case_a_person on cases (person_id) where state = 'open'",
        """
        create table tasks (
            id text not null primary key,
            case_id text not null,
            rule_id text not null,
            triggering_entry text not null references journal (id),
            words text not null,
            owner_role text not null,
            held_by_role text not null,
            accepted_by text,
            due_at text,
            due_words text not null,
            force text not null,
            state text not null check (state in ('open', 'done')),
            done_at text,
            done_by text,
            unique (case_id, rule_id, triggering_entry)
        ) strict
        """,
        "create index tasks_by_holder on tasks (held_by_role, state)",
        "create index tasks_by_owner on tasks (owner_role, state)",
        "create index tasks_by_human on tasks (accepted_by, state)",
    )


@migrations()
def m003_packs(db: Database) -> None:
    _run(
        db,
        """
        create table packs (
            hash text not null primary key,
            body text not null,
            recorded_at text not null
        ) strict
        """,
        """
        create trigger packs_refuse_update before update on packs
        begin select raise(abort, 'an archived pack is never changed'); end
        """,
        """
        create trigger packs_refuse_delete before delete on packs
        begin select raise(abort, 'an archived pack is never changed'); end
        """,
        """
        create trigger packs_only_once before insert on packs
        when exists (select 1 from packs where hash = new.hash)
        begin select raise(abort, 'an archived pack is never changed'); end
        """,
    )


@migrations()
def m004_accounts(db: Database) -> None:
    _run(
        db,
        "create table humans (id text not null primary key, name text not null) strict",
        """
        create table accounts (
            id text not null primary key,
            human_id text not null references humans (id),
            email text not null unique,
            password_hash text not null,
            role text not null,
            active integer not null check (active in (0, 1))
        ) strict
        """,
        "create index accounts_by_human on accounts (human_id)",
        """
        create table login_failures (
            id integer primary key,
            email_digest text not null,
            failed_at text not null
        ) strict
        """,
        "create index login_failures_by_email on login_failures (email_digest, failed_at)",
        """
        create table sign_ins (
            token_digest text not null primary key,
            account_id text not null references accounts (id),
            started_at text not null,
            expires_at text not null,
            ended_at text
        ) strict
        """,
        "create index sign_ins_by_account on sign_ins (account_id)",
    )


@migrations()
def m005_who_holds_and_who_sees_a_case(db: Database) -> None:
    _run(
        db,
        "alter table cases add column held_by text",
        "create index cases_by_holder on cases (held_by, state)",
        "create index cases_by_person on cases (person_id)",
        """
        create table restrictions (
            case_id text not null,
            human_id text not null,
            primary key (case_id, human_id)
        ) strict
        """,
    )


@migrations()
def m006_people_can_be_found(db: Database) -> None:
    _run(
        db,
        "create index people_by_date_of_birth on people (date_of_birth)",
        # `entry_id` is the entry that gave the name: what takes an alias away is caused by it.
        """
        create table person_names (
            entry_id text not null primary key references journal (id),
            person_id text not null,
            name text not null,
            folded text not null,
            kind text not null check (kind in ('name', 'alias')),
            recorded_at text not null,
            recorded_by text not null,
            reason text
        ) strict
        """,
        "create index person_names_by_person on person_names (person_id, kind)",
        "create index person_names_by_folded on person_names (folded)",
        """
        create table name_words (
            person_id text not null,
            word text not null,
            sound text not null,
            head text not null,
            tail text not null,
            beginning text,
            primary key (person_id, word)
        ) strict
        """,
        "create index name_words_by_word on name_words (word, person_id)",
        "create index name_words_by_sound on name_words (sound, word)",
        "create index name_words_by_head on name_words (head, word)",
        "create index name_words_by_tail on name_words (tail, word)",
        "create index name_words_by_beginning on name_words (beginning, word)",
        """
        create table external_ids (
            entry_id text not null primary key references journal (id),
            person_id text not null,
            system text not null,
            external_id text not null
        ) strict
        """,
        "create index external_ids_by_person on external_ids (person_id)",
        # One row in each of the two streams.
        """
        create table same_person (
            entry_id text not null primary key references journal (id),
            person_id text not null,
            other_id text not null,
            linked_at text not null,
            linked_by text not null,
            reason text not null,
            unique (person_id, other_id)
        ) strict
        """,
        "create index same_person_by_other on same_person (other_id)",
    )


@migrations()
def m007_signatures(db: Database) -> None:
    _run(
        db,
        # `record_id` is the id in the stream's name. `what`, `words` and `reasons` are gone when
        # they were erased by law; that something was asked, and what became of it, stays.
        """
        create table signatures (
            id text not null primary key,
            stream text not null,
            record_id text not null,
            entry_id text not null unique references journal (id),
            subject text not null references journal (id),
            author_role text not null,
            asker_role text not null,
            what text,
            words text,
            reasons text,
            state text not null
                check (state in ('waiting', 'sent_back', 'given', 'declined', 'withdrawn')),
            step integer not null check (step >= 1),
            asked_at text not null,
            asked_by text not null,
            moved_at text not null,
            moved_by text not null
        ) strict
        """,
        "create index signatures_by_record on signatures (record_id)",
        "create index signatures_by_subject on signatures (subject)",
        "create index signatures_by_state on signatures (state, asked_at)",
        """
        create table signature_roles (
            record_id text not null,
            signature_id text not null,
            place integer not null,
            role text not null,
            primary key (signature_id, role)
        ) strict
        """,
        "create index signature_roles_by_role on signature_roles (role)",
        # Of the subject, not of one signature: whoever asked once stays bound when it is asked
        # again.
        """
        create table signature_people (
            record_id text not null,
            subject text not null,
            human_id text not null,
            part text not null check (part in ('author', 'asked', 'answered', 'sent_back')),
            primary key (subject, human_id, part)
        ) strict
        """,
        "create index signature_people_by_human on signature_people (human_id)",
    )


@migrations()
def m008_contacts(db: Database) -> None:
    _run(
        db,
        """
        create table contacts (
            id text not null primary key,
            case_id text,
            reference text,
            kind text,
            received_at text not null,
            received_from text not null,
            due_at text,
            state text not null check (state in ('waiting', 'acknowledged')),
            acknowledged_at text,
            acknowledged_by text
        ) strict
        """,
        "create index contacts_by_state on contacts (state, due_at)",
        "create index contacts_by_case on contacts (case_id)",
        """
        create table contact_children (
            id text not null primary key,
            contact_id text not null,
            person_id text not null
        ) strict
        """,
        "create index contact_children_by_contact on contact_children (contact_id)",
        "create index contact_children_by_person on contact_children (person_id)",
    )


@migrations()
def m009_other_dates_of_birth(db: Database) -> None:
    _run(
        db,
        # One row to each date given beside the one on record, to be found by. `also_born` has them
        # again, one after another with a space between, to be shown with the person.
        "alter table people add column also_born text not null default ''",
        """
        create table other_birth_dates (
            entry_id text not null primary key references journal (id),
            person_id text not null,
            date_of_birth text not null
        ) strict
        """,
        "create index other_birth_dates_by_day on other_birth_dates (date_of_birth, person_id)",
        "create index other_birth_dates_by_person on other_birth_dates (person_id)",
    )


@migrations()
def m010_tasks_can_be_closed(db: Database) -> None:
    """A third state, for what is no longer asked for. SQLite changes no check: a new table does."""
    _run(
        db,
        """
        create table tasks_anew (
            id text not null primary key,
            case_id text not null,
            rule_id text not null,
            triggering_entry text not null references journal (id),
            words text not null,
            owner_role text not null,
            held_by_role text not null,
            accepted_by text,
            due_at text,
            due_words text not null,
            force text not null,
            state text not null check (state in ('open', 'done', 'closed')),
            done_at text,
            done_by text,
            unique (case_id, rule_id, triggering_entry)
        ) strict
        """,
        "insert into tasks_anew select * from tasks",
        "drop table tasks",
        "alter table tasks_anew rename to tasks",
        "create index tasks_by_holder on tasks (held_by_role, state)",
        "create index tasks_by_owner on tasks (owner_role, state)",
        "create index tasks_by_human on tasks (accepted_by, state)",
        "create index tasks_by_rule on tasks (rule_id, state)",
        "create index presentations_by_state on presentations (state, started_at)",
    )


@migrations()
def m011_confirmations(db: Database) -> None:
    _run(
        db,
        """
        create table confirmations (
            entry_id text not null primary key references journal (id),
            reading text not null,
            option text not null,
            says text not null,
            value_hash text not null,
            starts_on text not null,
            proposed_at text not null,
            proposed_by text not null
        ) strict
        """,
    )


@migrations()
def m012_dispute_lessons(db: Database) -> None:
    _run(
        db,
        """
        create table dispute_lessons (
            dispute_id text not null primary key references journal (id),
            case_id text not null,
            words text,
            source text,
            step text not null,
            lessons text not null,
            learnt_at text not null
        ) strict
        """,
        "create index dispute_lessons_by_day on dispute_lessons (learnt_at)",
    )


@migrations()
def m013_signers_who_wrote_the_assessment(db: Database) -> None:
    """Whoever wrote an assessment does not sign that somebody is not in need."""
    _run(
        db,
        """
        create table signature_people_anew (
            record_id text not null,
            subject text not null,
            human_id text not null,
            part text not null
                check (part in ('author', 'asked', 'answered', 'sent_back', 'assessed')),
            primary key (subject, human_id, part)
        ) strict
        """,
        "insert into signature_people_anew select * from signature_people",
        "drop table signature_people",
        "alter table signature_people_anew rename to signature_people",
        "create index signature_people_by_human on signature_people (human_id)",
    )


@migrations()
def m014_contact_children(db: Database) -> None:
    """A contact is told of by anybody; each child in it is rated and decided by itself."""
    _run(
        db,
        "alter table contacts add column route text",
        "alter table contacts add column source_group text",
        "alter table contacts add column agency text",
        "alter table contacts add column recorded_at text",
        """
        create table contact_children_anew (
            id text not null primary key,
            contact_id text not null,
            person_id text not null,
            place integer not null,
            initial_band text,
            initial_at text,
            band text,
            worker text,
            decided_band text,
            level integer,
            outcome text,
            decided_at text,
            decided_by text,
            flagged integer not null default 0,
            closed_at text
        ) strict
        """,
        """
        insert into contact_children_anew (id, contact_id, person_id, place)
        select id, contact_id, person_id,
            row_number() over (partition by contact_id order by rowid) from contact_children
        """,
        "drop table contact_children",
        "alter table contact_children_anew rename to contact_children",
        "create index contact_children_by_contact on contact_children (contact_id)",
        "create index contact_children_by_person on contact_children (person_id)",
        "create index contact_children_by_worker on contact_children (worker, closed_at)",
    )


@migrations()
def m015_where_children_stand(db: Database) -> None:
    """Whose clock runs and what waits to be signed, so that lists need not read every stream."""
    _run(
        db,
        "alter table contact_children add column stands text not null default 'unrated'",
        "alter table contact_children add column runs_on text",
        "alter table contact_children add column ran_on text",
        "alter table contact_children add column unsigned text not null default ''",
        "alter table contact_children add column in_effect_at text",
        "alter table contact_children add column same_day_by text",
    )


@migrations()
def m016_threshold_meetings(db: Database) -> None:
    """Which meeting decided about which child: the pages of past meetings go by it."""
    _run(
        db,
        """
        create table meeting_decisions (
            entry_id text not null primary key references journal (id),
            meeting_id text not null,
            contact_id text not null,
            child_id text not null
        ) strict
        """,
        "create index meeting_decisions_by_meeting on meeting_decisions (meeting_id)",
    )


@migrations()
def m017_threshold_confirmations(db: Database) -> None:
    """The values of bands, limits and indicators that the council confirms, one by one."""
    _run(
        db,
        """
        create table threshold_confirmations (
            entry_id text not null primary key references journal (id),
            authority text not null,
            value text not null,
            name text not null,
            says text not null,
            source text not null,
            value_hash text not null,
            starts_on text not null,
            proposed_at text not null,
            proposed_by text not null
        ) strict
        """,
    )


@migrations()
def m018_support_cases(db: Database) -> None:
    """Who is to be visited, since when and by whom: lists across cases go by it."""
    _run(
        db,
        """
        create table support_cases (
            case_id text not null primary key,
            since text not null,
            ended_at text
        ) strict
        """,
        """
        create table support_visitors (
            case_id text not null,
            human_id text not null,
            primary key (case_id, human_id)
        ) strict
        """,
        "create index support_visitors_by_human on support_visitors (human_id)",
    )


@migrations()
def m019_support_visits(db: Database) -> None:
    """Visits, days answered for, and how often somebody is visited: a day without a visit is found
    across cases without reading them."""
    _run(
        db,
        """
        create table support_visits (
            id text not null primary key,
            entry_id text not null references journal (id),
            case_id text not null,
            at text not null,
            day text not null,
            seen integer not null
        ) strict
        """,
        "create index support_visits_by_case on support_visits (case_id, day)",
        "create index support_visits_by_entry on support_visits (entry_id)",
        """
        create table support_days (
            case_id text not null,
            day text not null,
            safe text not null,
            answered_at text not null,
            primary key (case_id, day)
        ) strict
        """,
        """
        create table support_decisions (
            entry_id text not null primary key references journal (id),
            case_id text not null,
            place integer not null,
            at text not null,
            decided_by text not null,
            back integer not null,
            every_days integer,
            starts_on text,
            look_again_on text,
            has_evidence integer not null,
            has_reasons integer not null,
            has_their_view integer not null,
            signed_at text,
            refused integer not null
        ) strict
        """,
        "create index support_decisions_by_case on support_decisions (case_id, place)",
    )


@migrations()
def m020_checklists_to_review(db: Database) -> None:
    """Only those that wait, with what a list needs to know, worked out from what was said."""
    _run(
        db,
        """
        create table checklists_to_review (
            entry_id text not null primary key references journal (id),
            id text not null,
            case_id text not null,
            since text not null,
            authors text not null,
            only_questions_left integer not null
        ) strict
        """,
        "create index checklists_to_review_by_case on checklists_to_review (case_id)",
    )


@migrations()
def m021_answers_for_missed_days(db: Database) -> None:
    """Whether they were said to be safe, and when, so that a day stays to answer until they are.
    Support ends once another human has signed: nobody had, so it goes on. Another bed since a
    decision on fewer visits, or that they left, turns back to daily ones."""
    _run(
        db,
        "drop table support_days",
        """
        create table support_days (
            case_id text not null,
            day text not null,
            safe text not null,
            answered_at text not null,
            primary key (case_id, day)
        ) strict
        """,
        """
        insert or replace into support_days (case_id, day, safe, answered_at)
        select substr(stream, length('case:') + 1), json_extract(body, '$.day'),
            json_extract(body, '$.safe'), recorded_at
        from journal join journal_bodies on journal_bodies.entry_id = journal.id
        where kind = 'missed_day_answered' order by position
        """,
        "update support_cases set ended_at = null",
        """
        insert into support_decisions (entry_id, case_id, place, at, decided_by, back,
            has_evidence, has_reasons, has_their_view, refused)
        select journal.id, case_id, 0, recorded_at, human_id, 1, 0, 0, 0, 0
        from journal
        join (select case_id, min(at) as first from support_decisions group by case_id)
            on stream = 'case:' || case_id
        where kind in ('bed_confirmed', 'placement_happened', 'young_person_left')
            and recorded_at > first
        """,
    )


def _run(db: Database, *statements: str) -> None:
    for statement in statements:
        db.execute(statement)
