-- Who may come near the hub's data, before there is any.
--
-- iro_hub_owner  owns everything and cannot log in.
-- iro_gateway    the gateway: may execute the functions that check a caller's token, no more.
-- iro_sign_in    may turn a checked identity token into a device token, no more. It is a role of
--                its own so that the gateway's password alone never makes anybody's token.
-- iro_operator   the command line: people, teams, allocations; no records.
--
-- Roles belong to the whole cluster, so another hub's database may have made them already, or be
-- making them at this moment. Passwords are the operator's to set.

DO $$
DECLARE
  v_role text;
BEGIN
  FOREACH v_role IN ARRAY ARRAY['iro_hub_owner', 'iro_gateway', 'iro_sign_in', 'iro_operator'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = v_role) THEN
        EXECUTE format(
          'CREATE ROLE %I %s NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOREPLICATION NOBYPASSRLS',
          v_role, CASE v_role WHEN 'iro_hub_owner' THEN 'NOLOGIN' ELSE 'LOGIN' END
        );
        IF v_role <> 'iro_hub_owner' THEN
          -- A call that hangs must not hold a child's lock, nor a connection of the pool, for long.
          EXECUTE format('ALTER ROLE %I SET statement_timeout = ''10s''', v_role);
          EXECUTE format('ALTER ROLE %I SET lock_timeout = ''5s''', v_role);
          EXECUTE format('ALTER ROLE %I SET jit = off', v_role);  -- calls are short
          EXECUTE format('ALTER ROLE %I SET idle_in_transaction_session_timeout = ''10s''', v_role);
        END IF;
        IF v_role <> 'iro_hub_owner' AND (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
          -- A server that logs slow statements would write tokens and records into its log.
          EXECUTE format('ALTER ROLE %I SET log_parameter_max_length = 0', v_role);
          EXECUTE format('ALTER ROLE %I SET log_parameter_max_length_on_error = 0', v_role);
        END IF;
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;  -- made by another database's migration just now
    END;
  END LOOP;
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
    EXECUTE format('GRANT iro_hub_owner TO %I', current_user);
  END IF;
END
$$;

-- Nobody but these roles has business in this database.
DO $$
BEGIN
  EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
  EXECUTE format(
    'GRANT CONNECT ON DATABASE %I TO iro_gateway, iro_sign_in, iro_operator', current_database()
  );
END
$$;

REVOKE ALL ON SCHEMA public FROM PUBLIC;

CREATE SCHEMA hub AUTHORIZATION iro_hub_owner;
CREATE SCHEMA hub_office AUTHORIZATION iro_hub_owner;

GRANT USAGE ON SCHEMA hub TO iro_gateway, iro_sign_in;
GRANT USAGE ON SCHEMA hub_office TO iro_operator;

-- PostgreSQL lets everybody execute a new function. Here nobody may, until 0030 grants it by name.
ALTER DEFAULT PRIVILEGES FOR ROLE iro_hub_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- What was run here, with its fingerprint: see iro_hub/database/migrate.py.
CREATE TABLE hub.migration (
  name    text PRIMARY KEY,
  sha256  text NOT NULL,
  at      timestamptz NOT NULL DEFAULT now()
);
ALTER TABLE hub.migration OWNER TO iro_hub_owner;
