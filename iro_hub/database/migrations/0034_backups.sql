-- Up to which moment a verified backup holds everything: laptops let go of nothing that is younger.

ALTER TABLE hub.itself ADD COLUMN backed_up_to timestamptz;

-- A laptop that sent something keeps the hub's moment of it, for its own clock may be wrong.
ALTER TYPE hub.outcome ADD ATTRIBUTE received_at text;

CREATE OR REPLACE FUNCTION hub.refused(p_why text) RETURNS hub.outcome LANGUAGE sql IMMUTABLE AS $$
  SELECT ROW('refused', p_why, 0, '', 0, '', '')::hub.outcome
$$;

CREATE OR REPLACE FUNCTION hub.accepted(p_bundle hub.bundle) RETURNS hub.outcome
LANGUAGE sql STABLE AS $$
  SELECT ROW(
    'accepted', '', p_bundle.first_seq, encode(p_bundle.chain_before, 'hex'), p_bundle.last_seq,
    encode(p_bundle.chain, 'hex'), hub.iso(p_bundle.received_at)
  )::hub.outcome
$$;

CREATE OR REPLACE FUNCTION hub.set_aside(p_why text) RETURNS hub.outcome LANGUAGE sql IMMUTABLE AS $$
  SELECT ROW('quarantined', p_why, 0, '', 0, '', '')::hub.outcome
$$;

-- The last moment of which it is certain that whatever was received by then is seen by every
-- transaction that begins now, such as a backup. What is received bears no moment before its
-- transaction began, so the oldest that still runs counts. A second for one that is beginning just
-- now; and who may not see the others' transactions takes longer than any of them may last.
CREATE FUNCTION hub.settled_moment() RETURNS timestamptz LANGUAGE sql VOLATILE AS $$
  SELECT CASE
    WHEN pg_has_role(session_user, 'pg_read_all_stats', 'USAGE')
      THEN least(now(), min(a.xact_start)) - interval '1 second'
    ELSE now() - 2 * hub.longest_call()
  END
    FROM pg_stat_activity a
   WHERE a.datname = current_database() AND a.pid <> pg_backend_pid()
     AND a.backend_type = 'client backend'
$$;

-- A backup that began at or after this moment was restored elsewhere and verified.
CREATE FUNCTION hub.note_backup(p_up_to timestamptz) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF p_up_to IS NULL OR p_up_to > now() THEN
    PERFORM hub.refuse('malformed');
  END IF;
  UPDATE hub.itself SET backed_up_to = greatest(backed_up_to, p_up_to);
  INSERT INTO hub.audit (operator, did, about)
  VALUES (session_user, 'backup', hub.iso(p_up_to));
END
$$;

-- Where every child of the caller stands, without the etag around it. NULL where that is what
-- `p_etag` said already: then nothing is written either. As in 0012, and up to which moment a backup
-- holds everything; empty where no verified backup was noted.
CREATE OR REPLACE FUNCTION hub.changed(p_token text, p_etag text, OUT etag text, OUT body text)
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

CREATE OR REPLACE VIEW hub_office.about AS
  SELECT i.id::text, i.name, i.verify_key, i.escrow_key,
         (SELECT count(*) FROM hub.child) AS children,
         (SELECT count(*) FROM hub.person WHERE deactivated_at IS NULL) AS people,
         (SELECT count(*) FROM hub.device WHERE revoked_at IS NULL) AS devices,
         (SELECT coalesce(sum(last_seq), 0)::bigint FROM hub.child) AS revisions,
         (SELECT count(*) FROM hub.quarantine WHERE decision IS NULL) AS waiting,
         pg_database_size(current_database()) AS bytes,
         (SELECT array_agg(m.name ORDER BY m.name) FROM hub.migration m) AS migrations,
         i.backed_up_to
    FROM hub.itself i;
