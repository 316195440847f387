-- Bundles are taken whole or not at all, and what is taken is numbered within its child from 1
-- without gaps: one writer a child at a time, by an advisory lock held until the commit. A number
-- given out without it could become visible after a later one, and a reader would skip it for good.

-- What the hub needs to know of a revision, taken out of its own JSON: nobody can say one thing
-- beside the record and another within it.
CREATE TYPE hub.heading AS (
  id         uuid,
  review     uuid,
  entity     text,
  kind       text,
  author     text,
  device     text,
  withdrawn  boolean,
  is_merge   boolean,  -- made by the program from two or more, on nobody's behalf
  hash       bytea
);

CREATE TYPE hub.outcome AS (
  outcome       text,
  why           text,
  first_seq     bigint,
  chain_before  text,
  last_seq      bigint,
  chain         text,
  received_at   text  -- a laptop keeps the hub's moment of what it sent: its own clock may be wrong
);

CREATE FUNCTION hub.refused(p_why text) RETURNS hub.outcome LANGUAGE sql IMMUTABLE AS $$
  SELECT ROW('refused', p_why, 0, '', 0, '', '')::hub.outcome
$$;

CREATE FUNCTION hub.accepted(p_bundle hub.bundle) RETURNS hub.outcome
LANGUAGE sql STABLE AS $$
  SELECT ROW(
    'accepted', '', p_bundle.first_seq, encode(p_bundle.chain_before, 'hex'), p_bundle.last_seq,
    encode(p_bundle.chain, 'hex'), hub.iso(p_bundle.received_at)
  )::hub.outcome
$$;

CREATE FUNCTION hub.set_aside(p_why text) RETURNS hub.outcome LANGUAGE sql IMMUTABLE AS $$
  SELECT ROW('quarantined', p_why, 0, '', 0, '', '')::hub.outcome
$$;

CREATE FUNCTION hub.lock_of(p_child text) RETURNS bigint LANGUAGE sql IMMUTABLE AS $$
  SELECT hashtextextended(p_child, 6)
$$;

-- The headings in order, or NULL where a body is not a revision of this child.
CREATE FUNCTION hub.headings_of(p_child uuid, p_bodies bytea[]) RETURNS hub.heading[]
LANGUAGE plpgsql STABLE AS $$
DECLARE
  v_headings hub.heading[];
  v_is_sound boolean;
  v_ids bigint;
BEGIN
  SELECT
    array_agg(
      ROW(
        y.id::uuid, y.review::uuid, y.entity, y.kind, y.author, y.device,
        coalesce(y.withdrawn, false),
        json_array_length(y.parents) >= 2 AND y.author = '' AND y.device = '',
        sha256(x.body)
      )::hub.heading
      ORDER BY x.place
    ),
    bool_and(coalesce(
      y.id::uuid::text = y.id
      AND y.child = p_child::text
      AND (y.review IS NULL OR y.review::uuid::text = y.review)
      AND length(y.entity) BETWEEN 1 AND 200
      AND y.kind ~ '^[a-z][a-z0-9_]{0,63}$'
      AND json_array_length(y.parents) <= 1000
      AND length(y.author) <= 200
      AND length(y.device) <= 64
      AND y.made_at ~ '^\d{4}-\d\d-\d\dT\d\d:\d\d' AND y.made_at::timestamptz IS NOT NULL
      AND json_typeof(y.fields) = 'object',
      false
    )),
    count(DISTINCT y.id)
  INTO v_headings, v_is_sound, v_ids
  FROM unnest(p_bodies) WITH ORDINALITY AS x (body, place),
  LATERAL json_to_record(convert_from(x.body, 'UTF8')::json) AS y (
    id text, child text, review text, entity text, kind text, parents json, author text,
    device text, made_at text, withdrawn boolean, fields json
  );
  IF v_is_sound AND v_ids = cardinality(p_bodies) THEN
    RETURN v_headings;
  END IF;
  RETURN NULL;
END
$$;

-- Several devices may make the same automatic merge of a sealed page, each with a box of its own:
-- the words in it are the same, though nobody here can read them.
CREATE FUNCTION hub.is_same_merge(p_held text, p_sent text) RETURNS boolean
LANGUAGE sql IMMUTABLE AS $$
  SELECT p_held::jsonb - 'sealed' = p_sent::jsonb - 'sealed'
    AND jsonb_typeof(p_held::jsonb -> 'sealed') = 'object'
    AND jsonb_typeof(p_sent::jsonb -> 'sealed') = 'object'
$$;

-- What a bundle adds to the chain before its revisions: who sent it, from where and when, so that
-- changing that afterwards shows as well.
CREATE FUNCTION hub.bundle_line(p_bundle hub.bundle) RETURNS bytea LANGUAGE sql STABLE AS $$
  SELECT convert_to(
    concat_ws(
      E'\x1f', p_bundle.id, p_bundle.child, p_bundle.person, p_bundle.person_name,
      p_bundle.device, p_bundle.carried::text, hub.iso(p_bundle.received_at),
      encode(p_bundle.digest, 'hex'), coalesce(p_bundle.released_by::text, ''),
      coalesce(p_bundle.released_as, '')
    ),
    'UTF8'
  )
$$;

-- Add a sound and permitted bundle to the record. The child is locked and known.
CREATE FUNCTION hub.append(
  p_bundle hub.bundle, p_bodies bytea[], p_headings hub.heading[]
) RETURNS hub.outcome LANGUAGE plpgsql AS $$
DECLARE
  v_bundle hub.bundle := p_bundle;
  v_held uuid[];
  v_other boolean;
  v_seqs bigint[] := array_fill(NULL::bigint, ARRAY[cardinality(p_bodies)]);
  v_chains bytea[] := array_fill(NULL::bytea, ARRAY[cardinality(p_bodies)]);
  v_chain bytea;
  v_seq bigint;
  v_place integer := 0;
  v_heading hub.heading;
BEGIN
  SELECT array_agg(r.id),
         bool_or(
           r.child <> p_bundle.child
           OR r.body <> convert_from(s.body, 'UTF8')
              AND NOT (s.is_merge AND hub.is_same_merge(r.body, convert_from(s.body, 'UTF8')))
         )
    INTO v_held, v_other
    FROM ROWS FROM (unnest(p_bodies), unnest(p_headings)) AS s (
      body, id, review, entity, kind, author, device, withdrawn, is_merge, hash
    )
    JOIN hub.revision r ON r.id = s.id;
  IF v_other THEN
    RETURN hub.refused('different_content');
  END IF;
  -- A thing belongs to one child for good. Whoever knew its name from another child's record could
  -- else lay a forged one beside it, on a laptop that holds both.
  IF EXISTS (
    SELECT FROM unnest(p_headings) AS h
      JOIN hub.revision r ON r.entity = h.entity
     WHERE r.child <> p_bundle.child
  ) THEN
    RETURN hub.refused('malformed');
  END IF;

  SELECT last_seq, chain INTO v_seq, v_bundle.chain_before
    FROM hub.child WHERE id = p_bundle.child;
  v_bundle.first_seq := CASE WHEN v_held IS NULL THEN v_seq + 1 ELSE 0 END;
  v_bundle.revisions := cardinality(p_bodies) - coalesce(cardinality(v_held), 0);
  v_bundle.serial := nextval(pg_get_serial_sequence('hub.bundle', 'serial'));
  v_chain := v_bundle.chain_before;
  IF v_bundle.revisions > 0 THEN
    v_chain := sha256(v_chain || hub.bundle_line(v_bundle));
    FOREACH v_heading IN ARRAY p_headings LOOP
      v_place := v_place + 1;
      IF v_held IS NULL OR NOT v_heading.id = ANY (v_held) THEN
        v_seq := v_seq + 1;
        v_chain := sha256(v_chain || v_heading.hash);
        v_seqs[v_place] := v_seq;
        v_chains[v_place] := v_chain;
      END IF;
    END LOOP;
    UPDATE hub.child SET last_seq = v_seq, chain = v_chain WHERE id = p_bundle.child;
  END IF;
  v_bundle.last_seq := v_seq;
  v_bundle.chain := v_chain;

  INSERT INTO hub.bundle OVERRIDING SYSTEM VALUE SELECT v_bundle.*;
  IF v_bundle.revisions > 0 THEN
    INSERT INTO hub.revision (
      child, seq, id, review, entity, kind, withdrawn, bundle, bytes, chain, body
    )
    SELECT p_bundle.child, s.seq, s.id, s.review, s.entity, s.kind, s.withdrawn,
           v_bundle.serial, length(s.body), s.chain, convert_from(s.body, 'UTF8')
      FROM ROWS FROM (
        unnest(p_bodies), unnest(p_headings), unnest(v_seqs), unnest(v_chains)
      ) AS s (
        body, id, review, entity, kind, author, device, withdrawn, is_merge, hash, seq, chain
      )
     WHERE s.seq IS NOT NULL;
  END IF;
  RETURN hub.accepted(v_bundle);
END
$$;

-- What a bundle says, in order: the same for the same words under the same name.
CREATE FUNCTION hub.digest_of(p_child uuid, p_carried boolean, p_headings hub.heading[])
RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(convert_to(p_child::text || p_carried::text, 'UTF8')
                || string_agg(h.hash, ''::bytea ORDER BY h.place))
    FROM unnest(p_headings) WITH ORDINALITY AS h (
      id, review, entity, kind, author, device, withdrawn, is_merge, hash, place
    )
$$;

CREATE FUNCTION hub.take_bundle(
  p_caller hub.calling, p_bundle uuid, p_child uuid, p_carried boolean, p_bodies bytea[]
) RETURNS hub.outcome LANGUAGE plpgsql AS $$
DECLARE
  v_headings hub.heading[] := hub.headings_of(p_child, p_bodies);
  v_digest bytea;
  v_held hub.bundle;
  v_aside hub.quarantine;
  v_standing hub.standing;
  v_is_known boolean;
  v_may boolean;
  v_outcome hub.outcome;
BEGIN
  IF v_headings IS NULL THEN
    RETURN hub.refused('malformed');
  END IF;
  v_digest := hub.digest_of(p_child, p_carried, v_headings);

  -- Sent before: the same answer as then, whatever happened to the sender's access since. A laptop
  -- that was restored from its backup has another name, and sends as carried what was its own.
  SELECT * INTO v_held FROM hub.bundle WHERE id = p_bundle;
  IF FOUND THEN
    IF v_held.digest <> hub.digest_of(p_child, v_held.carried, v_headings)
       OR v_held.person <> p_caller.person THEN
      RETURN hub.refused('other_bundle');
    END IF;
    RETURN hub.accepted(v_held);
  END IF;
  SELECT * INTO v_aside FROM hub.quarantine WHERE bundle = p_bundle;
  IF FOUND THEN
    IF v_aside.digest <> hub.digest_of(p_child, v_aside.carried, v_headings)
       OR v_aside.person <> p_caller.person THEN
      RETURN hub.refused('other_bundle');
    END IF;
    RETURN hub.set_aside(v_aside.why);
  END IF;

  v_is_known := EXISTS (SELECT FROM hub.child WHERE id = p_child);
  SELECT * INTO v_standing FROM hub.standing_of(p_caller, p_child);
  IF NOT hub.might_write(p_caller, p_child, v_is_known) THEN
    RETURN hub.refused('not_yours');
  ELSIF NOT v_standing.writes THEN
    RETURN hub.refused('read_only');
  END IF;

  SELECT bool_and(
           h.is_merge OR h.device = p_caller.device AND hub.is_name_of(p_caller, h.author)
         )
    INTO v_may
    FROM unnest(v_headings) AS h;
  IF NOT (v_may OR p_carried) THEN
    RETURN hub.refused('forged_author');
  END IF;
  SELECT bool_and(hub.may_write(p_caller, p_child, k.kind, k.review))
    INTO v_may
    FROM (SELECT DISTINCT h.kind, h.review FROM unnest(v_headings) AS h) AS k;
  IF NOT v_may AND (p_caller.role <> 'business_support' OR v_standing.child IS NOT NULL) THEN
    RETURN hub.refused('kind_not_yours');
  END IF;

  IF p_caller.ended <> '' OR v_is_known AND v_standing.child IS NULL THEN
    RETURN hub.keep_aside(
      p_caller, p_bundle, p_child, p_carried, v_digest, p_bodies,
      coalesce(nullif(p_caller.ended, ''), 'not_yours')
    );
  END IF;

  IF NOT v_is_known THEN
    PERFORM hub.begin_child(p_child, p_caller.person, p_caller.team);
  END IF;
  v_outcome := hub.append(
    ROW(
      NULL, p_bundle, p_child, p_caller.person, p_caller.name, p_caller.device,
      clock_timestamp(), p_carried, v_digest, 0, 0, ''::bytea, 0, ''::bytea, NULL, NULL
    ),
    p_bodies, v_headings
  );
  IF v_outcome.outcome = 'accepted' THEN
    PERFORM hub.note_copy(p_caller, p_child);
    PERFORM hub.note(p_caller, 'push', p_child, cardinality(p_bodies), p_bundle::text);
  END IF;
  RETURN v_outcome;
END
$$;

-- A child that a laptop tells of first belongs to the IRO who does.
CREATE FUNCTION hub.begin_child(p_child uuid, p_person uuid, p_team uuid) RETURNS void
LANGUAGE sql AS $$
  INSERT INTO hub.child (id, team, made_by) VALUES (p_child, p_team, p_person);
  INSERT INTO hub.allocation (person, child, access) VALUES (p_person, p_child, 'own')
$$;

-- May, or could once, the caller write this child's record? An IRO may begin one.
CREATE FUNCTION hub.might_write(p_caller hub.calling, p_child uuid, p_is_known boolean)
RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT CASE
    WHEN p_is_known THEN
      EXISTS (SELECT FROM hub.standing_of(p_caller, p_child))
      OR EXISTS (
        SELECT FROM hub.allocation a
          JOIN hub.role_access r ON r.role = p_caller.role AND r.access = a.access AND r.writes
         WHERE a.person = p_caller.person AND a.child = p_child
      )
    ELSE p_caller.role = 'iro'
  END
$$;

-- Take the locks of a push of several bundles: always in the same order, so that two pushes never
-- wait for each other in a ring. No more locks than a push has bundles: a server's table of locks is
-- everybody's, and whoever fills it stops all of them. Nor does it wait for long: who waits holds a
-- connection that others need, and a laptop that is told to come again loses nothing.
CREATE FUNCTION hub.begin_push(p_token text, p_children text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE
  v_lock bigint;
BEGIN
  PERFORM hub.identify(p_token);
  IF cardinality(p_children) > 200 THEN
    PERFORM hub.refuse('too_large');
  END IF;
  PERFORM set_config('lock_timeout', '2s', true);
  FOR v_lock IN
    SELECT DISTINCT hub.lock_of(c) FROM unnest(p_children) AS c WHERE c IS NOT NULL ORDER BY 1
  LOOP
    PERFORM pg_advisory_xact_lock(v_lock);
  END LOOP;
END
$$;

-- One bundle of a push. Its faults are its outcome: the bundles after it are still tried.
CREATE FUNCTION hub.push_bundle(
  p_token text, p_bundle text, p_child text, p_carried boolean, p_bodies bytea[]
) RETURNS hub.outcome
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE
  v_caller hub.calling := hub.identify(p_token);
BEGIN
  IF p_carried IS NULL OR coalesce(cardinality(p_bodies), 0) = 0 THEN
    RETURN hub.refused('malformed');
  ELSIF cardinality(p_bodies) > 100
     OR (SELECT sum(length(body)) FROM unnest(p_bodies) AS x (body)) > 4 * 1024 * 1024 THEN
    RETURN hub.refused('too_many');
  END IF;
  BEGIN
    PERFORM pg_advisory_xact_lock(hub.lock_of(p_child));
    RETURN hub.take_bundle(
      v_caller, hub.uuid_of(p_bundle), hub.uuid_of(p_child), p_carried, p_bodies
    );
  EXCEPTION
    WHEN data_exception OR program_limit_exceeded OR SQLSTATE 'IR001' THEN
      RETURN hub.refused('malformed');
    WHEN unique_violation THEN
      -- The same id under another child, at the same moment.
      RETURN hub.refused('different_content');
  END;
END
$$;
