-- What a caller may read, as the JSON that is sent: the gateway need not take it apart.

-- Where every child of the caller stands, without the etag around it. NULL where that is what
-- `p_etag` said already: then nothing is written either. `backed_up_to` is empty where no verified
-- backup was noted. Days are put together as text: in one way, whatever a session has set.
CREATE FUNCTION hub.changed(p_token text, p_etag text, OUT etag text, OUT body text)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = hub, pg_temp
SET enable_seqscan = off  -- where a few people have most children, a plan for all would read them
SET datestyle = 'ISO'
SET jit = off  -- that setting makes every plan look dear enough to compile: 0.6 s a call
AS $$
DECLARE
  v_caller hub.calling := hub.caller(p_token);
  v_many bigint;
BEGIN
  WITH mine AS MATERIALIZED (
    SELECT s.child, s.access, s.writes, s.until, c.last_seq, c.chain
      FROM hub.children_of(v_caller) s
      JOIN hub.child c ON c.id = s.child
  ),
  gone AS (
    SELECT k.child, c.last_seq, c.chain
      FROM hub.copy k
      JOIN hub.child c ON c.id = k.child
     WHERE k.device = v_caller.device AND k.wiped_at IS NULL
       AND NOT EXISTS (SELECT FROM mine m WHERE m.child = k.child)
  )
  SELECT
    concat(
      (SELECT concat('"hub":"', id, '","backed_up_to":"', hub.iso(backed_up_to)) FROM hub.itself),
      '","children":[',
      (SELECT string_agg(
         concat(
           '{"child":"', m.child, '","last_seq":', m.last_seq,
           ',"chain":"', encode(m.chain, 'hex'), '","access":"', m.access,
           '","writes":', CASE WHEN m.writes THEN 'true' ELSE 'false' END,
           ',"until":"', m.until, '"}'
         ), ',' ORDER BY m.child) FROM mine m),
      '],"withdrawn":[',
      (SELECT string_agg(
         concat(
           '{"child":"', g.child, '","last_seq":', g.last_seq,
           ',"chain":"', encode(g.chain, 'hex'), '"}'
         ), ',' ORDER BY g.child) FROM gone g),
      '],"settings":', hub.setting_digests(v_caller), '}'
    ),
    (SELECT count(*) FROM mine)
  INTO body, v_many;
  etag := encode(hub.hash_of(body), 'hex');
  IF etag = p_etag THEN
    body := NULL;
  ELSE
    PERFORM hub.note(v_caller, 'changed', NULL, v_many);
  END IF;
END
$$;

-- A page of a child's record after a number, at most so many revisions and 4 MB, at least one.
-- What the caller may not read is passed over, and the page still reaches past it.
--
-- Rows, not one text: texts of megabytes are costly to put together here. First, with `seq` -1, the
-- page's facts; then, with `seq` 0, what is said of each bundle; then the revisions in order.
CREATE FUNCTION hub.pull(
  p_token text, p_child text, p_after bigint, p_chain text, p_most integer
) RETURNS TABLE (seq bigint, bundle bigint, body text)
LANGUAGE plpgsql SECURITY DEFINER
SET search_path = hub, pg_temp
SET work_mem = '32MB'  -- a page stays in memory on its way out
SET jit = off
AS $$
#variable_conflict use_column
DECLARE
  v_caller hub.calling := hub.caller(p_token);
  v_standing hub.standing := hub.seen_child(v_caller, p_child);
  v_reads_all boolean := hub.reads_all(v_caller);
  v_last_seq bigint;
  v_chain bytea;
  v_up_to bigint;
  v_many bigint;
BEGIN
  IF p_after IS NULL OR p_after < 0 OR p_most IS NULL OR p_most < 1 THEN
    PERFORM hub.refuse('malformed');
  END IF;
  SELECT c.last_seq, c.chain INTO v_last_seq, v_chain
    FROM hub.child c WHERE c.id = v_standing.child;
  IF p_after > 0 AND NOT EXISTS (
    SELECT FROM hub.revision r
     WHERE r.child = v_standing.child AND r.seq = p_after AND encode(r.chain, 'hex') = p_chain
  ) THEN
    PERFORM hub.refuse('other_history');
  END IF;

  SELECT max(w.seq) INTO v_up_to
    FROM (
      SELECT s.seq, sum(s.bytes) OVER (ORDER BY s.seq) - s.bytes AS bytes_before
        FROM (
          SELECT r.seq, r.bytes
            FROM hub.revision r
           WHERE r.child = v_standing.child AND r.seq > p_after AND r.seq <= v_last_seq
           ORDER BY r.seq
           LIMIT least(p_most, 1000)
        ) AS s
    ) AS w
   WHERE w.bytes_before < 4 * 1024 * 1024;
  IF v_up_to < v_last_seq THEN
    SELECT r.chain INTO v_chain
      FROM hub.revision r WHERE r.child = v_standing.child AND r.seq = v_up_to;
  END IF;

  RETURN QUERY SELECT -1::bigint, 0::bigint, concat(
    '"more":', CASE WHEN v_up_to < v_last_seq THEN 'true' ELSE 'false' END,
    ',"last_seq":', coalesce(v_up_to, v_last_seq), ',"chain":"', encode(v_chain, 'hex'), '"}'
  );
  RETURN QUERY
    SELECT 0::bigint, b.serial, concat(
             ',"by":"', b.person, '","by_name":', to_json(b.person_name),
             ',"from_device":', to_json(b.device), ',"received_at":"', hub.iso(b.received_at),
             '","carried":', CASE WHEN b.carried THEN 'true' ELSE 'false' END, ',"revision":'
           )
      FROM hub.bundle b
     WHERE b.serial IN (
       SELECT r.bundle FROM hub.revision r
        WHERE r.child = v_standing.child AND r.seq > p_after AND r.seq <= v_up_to
     );
  RETURN QUERY
    SELECT r.seq, r.bundle, r.body
      FROM hub.revision r
     WHERE r.child = v_standing.child AND r.seq > p_after AND r.seq <= v_up_to
       AND (v_reads_all OR hub.may_read(v_caller, r.child, r.kind, r.review))
     ORDER BY r.seq;
  GET DIAGNOSTICS v_many = ROW_COUNT;
  PERFORM hub.note_copy(v_caller, v_standing.child);
  PERFORM hub.note(v_caller, 'pull', v_standing.child, v_many);
END
$$;

-- Every id that the caller may read, to compare after a hub was restored from a backup.
CREATE FUNCTION hub.held_ids(p_token text, p_child text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE
  v_caller hub.calling := hub.caller(p_token);
  v_standing hub.standing := hub.seen_child(v_caller, p_child);
  v_reads_all boolean := hub.reads_all(v_caller);
  v_last_seq bigint;
  v_chain bytea;
  v_ids text;
  v_many bigint;
BEGIN
  SELECT last_seq, chain INTO v_last_seq, v_chain FROM hub.child WHERE id = v_standing.child;
  SELECT string_agg(concat('[', r.seq, ',"', r.id, '"]'), ',' ORDER BY r.seq), count(*)
    INTO v_ids, v_many
    FROM hub.revision r
   WHERE r.child = v_standing.child AND r.seq <= v_last_seq
     AND (v_reads_all OR hub.may_read(v_caller, r.child, r.kind, r.review));
  PERFORM hub.note(v_caller, 'held_ids', v_standing.child, v_many);
  RETURN concat(
    '{"child":"', v_standing.child, '","ids":[', v_ids, '],"chain":"', encode(v_chain, 'hex'), '"}'
  );
END
$$;

-- The caller's device wiped a copy that it may no longer have.
CREATE FUNCTION hub.wiped(p_token text, p_child text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE
  v_caller hub.calling := hub.identify(p_token);
  v_child uuid := hub.uuid_of(p_child);
BEGIN
  UPDATE hub.copy SET wiped_at = now()
   WHERE device = v_caller.device AND child = v_child AND wiped_at IS NULL;
  IF FOUND THEN
    PERFORM hub.note(v_caller, 'wiped', v_child, 0);
  END IF;
END
$$;

-- The caller as the hub sees them.
CREATE FUNCTION hub.myself(p_token text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = hub, pg_temp AS $$
DECLARE
  v_caller hub.calling := hub.caller(p_token);
BEGIN
  RETURN json_build_object(
    'person', hub.person_json(v_caller.person),
    'device', v_caller.device,
    'expires_at', hub.iso(v_caller.expires_at)
  );
END
$$;

CREATE FUNCTION hub.person_json(p_person uuid) RETURNS json LANGUAGE sql STABLE AS $$
  SELECT json_build_object('id', p.id, 'name', p.name, 'role', p.role, 'team', t.name)
    FROM hub.person p JOIN hub.team t ON t.id = p.team
   WHERE p.id = p_person
$$;
