-- Who calls, and what may they see? Everything that the gateway may execute begins here.
--
-- Functions in this schema that the gateway may execute are SECURITY DEFINER with a fixed
-- search_path. The others run as the owner because those call them, and nobody else can.

-- Faults carry a code of iro_desktop/wire/faults.py and nothing of the request.
CREATE FUNCTION hub.refuse(p_code text) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION USING ERRCODE = 'IR001', MESSAGE = p_code;
END
$$;

-- Cover ends at the end of a London day, whatever the server's clock is set to.
CREATE FUNCTION hub.day_of(p_moment timestamptz) RETURNS date LANGUAGE sql STABLE AS $$
  SELECT (p_moment AT TIME ZONE 'Europe/London')::date
$$;

CREATE FUNCTION hub.today() RETURNS date LANGUAGE sql STABLE AS $$
  SELECT hub.day_of(now())
$$;

CREATE FUNCTION hub.iso(p_moment timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT to_char(p_moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

CREATE FUNCTION hub.hash_of(p_text text) RETURNS bytea LANGUAGE sql IMMUTABLE AS $$
  SELECT sha256(convert_to(p_text, 'UTF8'))
$$;

-- Ids travel as lower-case UUIDs, so that one thing has one name. Anything else is malformed.
CREATE FUNCTION hub.uuid_of(p_text text) RETURNS uuid LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF p_text ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN
    RETURN p_text::uuid;
  END IF;
  PERFORM hub.refuse('malformed');
END
$$;

CREATE TYPE hub.calling AS (
  person         uuid,
  name           text,
  role           text,
  team           uuid,
  whole_service  boolean,
  device         text,
  expires_at     timestamptz,
  ended          text  -- '', 'revoked' or 'deactivated'
);

-- How long a transaction may call in: in one that is held open, today stays what it was at its
-- beginning, and with it every token, cover and sample.
CREATE FUNCTION hub.longest_call() RETURNS interval LANGUAGE sql IMMUTABLE AS $$
  SELECT interval '5 minutes'
$$;

-- A call counts only where it sees the present. In a transaction that keeps an older snapshot, or was
-- handed one by another session, a device that was revoked since is not revoked yet: it could read
-- on, and what it writes would join the record instead of waiting in quarantine.
CREATE FUNCTION hub.check_transaction() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed'
     OR now() < clock_timestamp() - hub.longest_call() THEN
    PERFORM hub.refuse('unavailable');
  END IF;
END
$$;

-- The caller behind a token, who may be one whose access ended: such a one may still hand over
-- what is unsent. That their access ended is told even where the token expired meanwhile, so that a
-- lost laptop learns it whenever it comes back.
CREATE FUNCTION hub.identify(p_token text) RETURNS hub.calling LANGUAGE plpgsql AS $$
DECLARE
  v_caller hub.calling;
  v_token record;
BEGIN
  PERFORM hub.check_transaction();
  SELECT t.hash, t.device, t.made_at, t.expires_at, t.used_at, t.ended_at, d.last_seen,
         p.id AS person, p.name, p.role, p.team, p.whole_service,
         CASE WHEN p.deactivated_at IS NOT NULL THEN 'deactivated'
              WHEN d.revoked_at IS NOT NULL THEN 'revoked'
              ELSE '' END AS ended
    INTO v_token
    FROM hub.token t
    JOIN hub.device d ON d.id = t.device
    JOIN hub.person p ON p.id = d.person
   WHERE t.hash = hub.hash_of(p_token);
  IF NOT FOUND THEN
    PERFORM hub.refuse('unauthenticated');
  END IF;
  IF v_token.ended = '' AND (v_token.ended_at IS NOT NULL OR v_token.expires_at <= now()) THEN
    PERFORM hub.refuse('expired');
  END IF;
  IF v_token.used_at IS NULL THEN
    -- The laptop has the new token, so the ones before it end: not sooner, or an answer lost on
    -- the way back would lock the laptop out.
    UPDATE hub.token SET used_at = now() WHERE hash = v_token.hash;
    UPDATE hub.token SET ended_at = now()
     WHERE device = v_token.device AND hash <> v_token.hash AND ended_at IS NULL
       AND made_at <= v_token.made_at;
  END IF;
  IF v_token.last_seen < now() - interval '1 hour' THEN
    UPDATE hub.device SET last_seen = now() WHERE id = v_token.device;
  END IF;
  v_caller := ROW(
    v_token.person, v_token.name, v_token.role, v_token.team, v_token.whole_service,
    v_token.device, v_token.expires_at, v_token.ended
  );
  RETURN v_caller;
END
$$;

-- The caller behind a token, who may read.
CREATE FUNCTION hub.caller(p_token text) RETURNS hub.calling LANGUAGE plpgsql AS $$
DECLARE
  v_caller hub.calling := hub.identify(p_token);
BEGIN
  IF v_caller.ended <> '' THEN
    PERFORM hub.refuse(v_caller.ended);
  END IF;
  RETURN v_caller;
END
$$;

-- Is this what the caller is called, or was called before? What was written under a former name
-- and not sent yet is no forgery.
CREATE FUNCTION hub.is_name_of(p_caller hub.calling, p_name text) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT p_name = p_caller.name OR EXISTS (
    SELECT FROM hub.former_name f WHERE f.person = p_caller.person AND f.name = p_name
  )
$$;

CREATE FUNCTION hub.note(
  p_caller hub.calling, p_did text, p_child uuid, p_many bigint, p_about text DEFAULT ''
) RETURNS void LANGUAGE sql AS $$
  INSERT INTO hub.audit (person, device, did, child, many, about)
  VALUES (p_caller.person, p_caller.device, p_did, p_child, p_many, p_about)
$$;

-- Which accesses a role can have. Of two, the lower rank stands. A manager's is by team, below.
CREATE TABLE hub.role_access (
  role    text NOT NULL REFERENCES hub.role,
  access  text NOT NULL,
  rank    integer NOT NULL,
  writes  boolean NOT NULL,
  PRIMARY KEY (role, access)
);
INSERT INTO hub.role_access VALUES
  ('iro', 'own', 1, true),
  ('iro', 'cover', 2, true),
  ('social_worker', 'part', 1, true),
  ('team_manager', 'part', 1, true),
  ('business_support', 'assigned', 1, true),
  ('auditor', 'sample', 1, false);

-- A manager's own team and those within it.
CREATE FUNCTION hub.teams_under(p_team uuid) RETURNS SETOF uuid LANGUAGE sql STABLE AS $$
  WITH RECURSIVE under (id) AS (
    SELECT p_team
    UNION
    SELECT t.id FROM hub.team t JOIN under u ON t.within = u.id
  )
  SELECT id FROM under
$$;

CREATE FUNCTION hub.manages(p_caller hub.calling, p_team uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT p_caller.role = 'manager'
    AND (p_caller.whole_service OR p_team IN (SELECT hub.teams_under(p_caller.team)))
$$;

CREATE TYPE hub.standing AS (child uuid, access text, writes boolean, until date);

-- Every child that the caller may see now. Reads only the caller's own allocations, or their team's
-- children: it does not grow with what others have.
CREATE FUNCTION hub.children_of(p_caller hub.calling) RETURNS SETOF hub.standing
LANGUAGE plpgsql STABLE ROWS 100 AS $$
BEGIN
  IF p_caller.role = 'manager' AND p_caller.whole_service THEN
    RETURN QUERY SELECT c.id, 'team', true, NULL::date FROM hub.child c;
  ELSIF p_caller.role = 'manager' THEN
    RETURN QUERY
      SELECT c.id, 'team', true, NULL::date
        FROM hub.teams_under(p_caller.team) AS u (team)
        JOIN hub.child c ON c.team = u.team;
  ELSE
    RETURN QUERY
      SELECT DISTINCT ON (a.child) a.child, a.access, r.writes, a.until
        FROM hub.allocation a
        JOIN hub.role_access r ON r.role = p_caller.role AND r.access = a.access
       WHERE a.person = p_caller.person
         AND a.ended_at IS NULL
         AND (a.until IS NULL OR a.until >= hub.today())
       ORDER BY a.child, r.rank, a.until DESC NULLS FIRST;
  END IF;
END
$$;

-- The same for one child; no row where the caller may not see it.
CREATE FUNCTION hub.standing_of(p_caller hub.calling, p_child uuid) RETURNS SETOF hub.standing
LANGUAGE plpgsql STABLE ROWS 1 AS $$
BEGIN
  IF p_caller.role = 'manager' THEN
    RETURN QUERY
      SELECT c.id, 'team', true, NULL::date
        FROM hub.child c
       WHERE c.id = p_child AND hub.manages(p_caller, c.team);
  ELSE
    RETURN QUERY
      SELECT a.child, a.access, r.writes, a.until
        FROM hub.allocation a
        JOIN hub.role_access r ON r.role = p_caller.role AND r.access = a.access
       WHERE a.person = p_caller.person AND a.child = p_child
         AND a.ended_at IS NULL
         AND (a.until IS NULL OR a.until >= hub.today())
       ORDER BY r.rank, a.until DESC NULLS FIRST
       LIMIT 1;
  END IF;
END
$$;

-- The same, refused where there is none: in one word, so that nobody learns which children exist.
CREATE FUNCTION hub.seen_child(p_caller hub.calling, p_child text) RETURNS hub.standing
LANGUAGE plpgsql AS $$
DECLARE
  v_standing hub.standing;
BEGIN
  SELECT * INTO v_standing FROM hub.standing_of(p_caller, hub.uuid_of(p_child));
  IF NOT FOUND THEN
    PERFORM hub.refuse('not_yours');
  END IF;
  RETURN v_standing;
END
$$;

-- Does the role read everything of a child? Then no row needs to be looked at one by one.
CREATE FUNCTION hub.reads_all(p_caller hub.calling) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM hub.role_kind k WHERE k.role = p_caller.role AND k.kind = '*' AND k.reads
  )
$$;

-- Is a review one of those that were assigned to the caller, for business support?
CREATE FUNCTION hub.is_assigned(p_caller hub.calling, p_child uuid, p_review uuid) RETURNS boolean
LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM hub.allocation a
     WHERE a.person = p_caller.person AND a.child = p_child AND a.access = 'assigned'
       AND a.ended_at IS NULL
       AND (a.until IS NULL OR a.until >= hub.today())
       AND (a.review IS NULL OR a.review = p_review)
  )
$$;

CREATE FUNCTION hub.may_read(
  p_caller hub.calling, p_child uuid, p_kind text, p_review uuid
) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM hub.role_kind k
     WHERE k.role = p_caller.role AND k.kind IN (p_kind, '*') AND k.reads
       AND (NOT k.of_review OR hub.is_assigned(p_caller, p_child, p_review))
  )
$$;

CREATE FUNCTION hub.may_write(
  p_caller hub.calling, p_child uuid, p_kind text, p_review uuid
) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (
    SELECT FROM hub.role_kind k
     WHERE k.role = p_caller.role AND k.kind IN (p_kind, '*') AND k.writes
       AND (NOT k.of_review OR hub.is_assigned(p_caller, p_child, p_review))
  )
$$;

-- Remember that a device holds a child's record, so that it can be told to wipe it one day.
CREATE FUNCTION hub.note_copy(p_caller hub.calling, p_child uuid) RETURNS void LANGUAGE sql AS $$
  INSERT INTO hub.copy AS held (device, child) VALUES (p_caller.device, p_child)
  ON CONFLICT (device, child) DO UPDATE SET wiped_at = NULL, since = now()
    WHERE held.wiped_at IS NOT NULL
$$;
